using System;
using System.Runtime.CompilerServices;

namespace Mlp.Benchmarks.Peers;

/// <summary>Loops over samples on the concrete types: shared generic code would charge a look-up to each call.</summary>
internal static class OneByOne
{
    private const MethodImplOptions Options = MethodImplOptions.NoInlining;

    [MethodImpl(Options)]
    public static void Run(Net4x16x3 network, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int i = 0; i < outputs.Length / 3; i++)
        {
            network.Forward(inputs.Slice(i * 4, 4), outputs.Slice(i * 3, 3));
        }
    }

    [MethodImpl(Options)]
    public static void Run(Net8x32x32x4 network, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int i = 0; i < outputs.Length / 4; i++)
        {
            network.Forward(inputs.Slice(i * 8, 8), outputs.Slice(i * 4, 4));
        }
    }

    [MethodImpl(Options)]
    public static void Run(FastNet8x32x32x4 network, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int i = 0; i < outputs.Length / 4; i++)
        {
            network.Forward(inputs.Slice(i * 8, 8), outputs.Slice(i * 4, 4));
        }
    }

    [MethodImpl(Options)]
    public static void Run(Net8x64x64x2 network, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int i = 0; i < outputs.Length / 2; i++)
        {
            network.Forward(inputs.Slice(i * 8, 8), outputs.Slice(i * 2, 2));
        }
    }

    [MethodImpl(Options)]
    public static void Run(Net64x32x10 network, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int i = 0; i < outputs.Length / 10; i++)
        {
            network.Forward(inputs.Slice(i * 64, 64), outputs.Slice(i * 10, 10));
        }
    }

    [MethodImpl(Options)]
    public static void Run(Net784x128x10 network, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int i = 0; i < outputs.Length / 10; i++)
        {
            network.Forward(inputs.Slice(i * 784, 784), outputs.Slice(i * 10, 10));
        }
    }

    [MethodImpl(Options)]
    public static void Run(Net784x512x512x10 network, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int i = 0; i < outputs.Length / 10; i++)
        {
            network.Forward(inputs.Slice(i * 784, 784), outputs.Slice(i * 10, 10));
        }
    }

    [MethodImpl(Options)]
    public static void Run(Net4x32x16x4 network, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int i = 0; i < outputs.Length / 4; i++)
        {
            network.Forward(inputs.Slice(i * 4, 4), outputs.Slice(i * 4, 4));
        }
    }

    [MethodImpl(Options)]
    public static void Run(LeNet network, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int i = 0; i < outputs.Length / LeNet.OutputSize; i++)
        {
            network.Forward(inputs.Slice(i * LeNet.InputSize, LeNet.InputSize), outputs.Slice(i * LeNet.OutputSize, LeNet.OutputSize));
        }
    }

    [MethodImpl(Options)]
    public static void Run(Mnist8 network, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int i = 0; i < outputs.Length / Mnist8.OutputSize; i++)
        {
            network.Forward(inputs.Slice(i * Mnist8.InputSize, Mnist8.InputSize), outputs.Slice(i * Mnist8.OutputSize, Mnist8.OutputSize));
        }
    }

    [MethodImpl(Options)]
    public static void Run(CausalConv network, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int i = 0; i < outputs.Length / CausalConv.OutputSize; i++)
        {
            network.Forward(inputs.Slice(i * CausalConv.InputSize, CausalConv.InputSize), outputs.Slice(i * CausalConv.OutputSize, CausalConv.OutputSize));
        }
    }
}
