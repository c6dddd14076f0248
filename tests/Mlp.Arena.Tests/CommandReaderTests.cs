using System.Text;
using Mlp.Samples;
using Shouldly;
using Xunit;

namespace Mlp.Arena.Tests;

/// <summary>What a page may ask for, and what is refused.</summary>
public sealed class CommandReaderTests
{
    [Theory]
    [InlineData("""{"type":"pause","value":1}""", (int)ClientRequest.Pause, 1)]
    [InlineData("""{"type":"step"}""", (int)ClientRequest.Step, 0)]
    [InlineData("""{"value":64,"type":"speed"}""", (int)ClientRequest.Speed, 64)]
    [InlineData("""{"type":"population","value":2000}""", (int)ClientRequest.Population, 2000)]
    [InlineData("""{"type":"world","value":9007199254740991}""", (int)ClientRequest.World, 9007199254740991)]
    [InlineData("""{"type":"watch","value":-1}""", (int)ClientRequest.Watch, -1)]
    public void A_command_is_read(string message, int request, long value)
    {
        CommandReader.Read(Encoding.UTF8.GetBytes(message), out string? fault).ShouldBe(new ClientCommand((ClientRequest)request, value));
        fault.ShouldBeNull();
    }

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("{", "no JSON")]
    [InlineData("""{"type":"speed","value":[[[[1]]]]}""", "no JSON")]
    [InlineData("3", "object")]
    [InlineData("""["type"]""", "object")]
    [InlineData("""{"type":3}""", "text \"type\"")]
    [InlineData("""{"type":"fly"}""", "no such")]
    [InlineData("""{"type":"speed"}""", "from 1 to 64")]
    [InlineData("""{"type":"speed","value":"4"}""", "from 1 to 64")]
    [InlineData("""{"type":"speed","value":1.5}""", "from 1 to 64")]
    [InlineData("""{"type":"speed","value":0}""", "from 1 to 64")]
    [InlineData("""{"type":"population","value":1e99}""", "from 16 to 2000")]
    [InlineData("""{"type":"population","value":2001}""", "from 16 to 2000")]
    [InlineData("""{"type":"world","value":-1}""", "from 0 to")]
    [InlineData("""{"type":"watch","value":2000}""", "from -1 to 1999")]
    public void Anything_else_is_refused_with_a_reason(string message, string reason)
    {
        CommandReader.Read(Encoding.UTF8.GetBytes(message), out string? fault).ShouldBeNull();
        fault.ShouldNotBeNull().ShouldContain(reason);
    }

    [Fact]
    public void No_bytes_make_it_throw()
    {
        var random = new SplitMix(1);
        byte[] valid = Encoding.UTF8.GetBytes("""{"type":"population","value":500}""");
        for (int round = 0; round < 20_000; round++)
        {
            byte[] message = [.. valid];
            for (int change = 0; change < 1 + (round % 3); change++)
            {
                message[random.Next() % (ulong)message.Length] = (byte)random.Next();
            }

            ClientCommand? command = CommandReader.Read(message, out string? fault);
            (command is null).ShouldBe(fault is not null);
            if (command is { Request: ClientRequest.Population, Value: var value })
            {
                value.ShouldBeInRange(Colony.FewestCreatures, Colony.MostCreatures);
            }
        }
    }
}
