using System.Collections.Immutable;

namespace Mlp.Samples;

/// <summary>The pages that watch. They come and go on other threads than that of the simulation.</summary>
internal sealed class Audience
{
    /// <summary>The most pages at a time.</summary>
    public const int MostClients = 32;

    private ImmutableArray<LiveClient> _clients = [];

    /// <summary>Those that watch now.</summary>
    public ImmutableArray<LiveClient> Clients => _clients;

    /// <summary>Another page watches; null where there are too many.</summary>
    public LiveClient? Join()
    {
        var client = new LiveClient();
        return ImmutableInterlocked.Update(ref _clients, static (all, one) => all.Length < MostClients ? all.Add(one) : all, client) ? client : null;
    }

    /// <summary>A page watches no more.</summary>
    public void Leave(LiveClient client) => ImmutableInterlocked.Update(ref _clients, static (all, one) => all.Remove(one), client);

    /// <summary>Sends all of them what must not be missed.</summary>
    public void Send(Outgoing message)
    {
        foreach (LiveClient client in _clients)
        {
            client.Send(message);
        }
    }
}
