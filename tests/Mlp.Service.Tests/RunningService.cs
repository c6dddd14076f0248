using System.Net.Http;
using System.Threading.Tasks;
using Mlp.Testing;
using Xunit;

namespace Mlp.Service.Tests;

/// <summary>A service that several tests ask and none changes.</summary>
public sealed class RunningService : IAsyncLifetime
{
    private readonly ModelFiles _files = new();
    private ServerProcess? _process;

    public HttpClient Client { get; private set; } = new();

    public async Task InitializeAsync()
    {
        _process = await ServiceProcess.Serve(_files.Path);
        Client = _process.NewClient();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _files.Dispose();
    }
}
