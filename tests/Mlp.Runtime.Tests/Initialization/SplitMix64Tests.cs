using Mlp.Initialization;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Initialization;

/// <summary>The sequence is the published one.</summary>
public sealed class SplitMix64Tests
{
    [Theory]
    [InlineData(0UL, 0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F, 0xF88BB8A8724C81EC, 0x1B39896A51A8749B)]
    [InlineData(1234567UL, 6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821)]
    public void Known_sequences(ulong seed, ulong first, ulong second, ulong third, ulong fourth, ulong fifth)
    {
        ulong counter = seed;
        foreach (ulong expected in new[] { first, second, third, fourth, fifth })
        {
            SplitMix64.Next(ref counter).ShouldBe(expected);
        }
    }
}
