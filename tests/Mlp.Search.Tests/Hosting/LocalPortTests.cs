using System.Net;
using Mlp.Searching.Hosting;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests.Hosting;

/// <summary>By which address others reach this machine.</summary>
public sealed class LocalPortTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:5433")]
    [InlineData("localhost:5433,elsewhere:5433")]
    [InlineData("/var/run/postgresql")]
    [InlineData(null)]
    public void A_database_on_this_machine_is_reached_by_loopback(string? host) =>
        IPAddress.IsLoopback(LocalPort.AddressTowards(host, 5432)).ShouldBeTrue();
}
