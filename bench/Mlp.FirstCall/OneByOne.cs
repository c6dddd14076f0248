using System;

namespace Mlp.FirstCall;

/// <summary>Loops over samples on the concrete types, as programs have them.</summary>
internal static class OneByOne
{
    public static void Run(Net4x16x3 network, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int i = 0; i < outputs.Length / 3; i++)
        {
            network.Forward(inputs.Slice(i * 4, 4), outputs.Slice(i * 3, 3));
        }
    }

    public static void Run(Net8x32x32x4 network, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int i = 0; i < outputs.Length / 4; i++)
        {
            network.Forward(inputs.Slice(i * 8, 8), outputs.Slice(i * 4, 4));
        }
    }

    public static void Run(Net784x128x10 network, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int i = 0; i < outputs.Length / 10; i++)
        {
            network.Forward(inputs.Slice(i * 784, 784), outputs.Slice(i * 10, 10));
        }
    }
}
