using System;
using System.Collections.Generic;
using System.Globalization;
using static Mlp.Benchmarks.Peers.MeasuredNetwork;

namespace Mlp.Benchmarks.Peers;

/// <summary>A call on a network: what every contender is timed at.</summary>
/// <param name="Network">The network.</param>
/// <param name="Call">The call.</param>
/// <param name="Batch">How many samples one call has.</param>
internal sealed record Work(MeasuredNetwork Network, Call Call, int Batch)
{
    // The values of so many inputs stay in a cache near the weights.
    private const int NearInputs = 65_536;

    /// <summary>Everything that is measured, in the order of the document.</summary>
    public static IReadOnlyList<Work> All { get; } =
    [
        new(Flowers, Call.OneSample, 1),
        new(Flowers, Call.Batch, 1_024),
        new(Flowers, Call.Training, 32),
        new(Controller, Call.OneSample, 1),
        new(Controller, Call.Batch, 1_024),
        new(Policy, Call.OneSample, 1),
        new(SmallDigits, Call.OneSample, 1),
        new(SmallDigits, Call.Batch, 1_024),
        new(SmallDigits, Call.Training, 32),
        new(Digits, Call.OneSample, 1),
        new(Digits, Call.Batch, 1_024),
        new(Digits, Call.Training, 32),
        new(WideDigits, Call.OneSample, 1),
        new(WideDigits, Call.Batch, 1_024),
        new(WideDigits, Call.Training, 32),
        new(SimpleChains, Call.Gradient, 10_000),
        new(LeNetDigits, Call.OneSample, 1),
        new(LeNetDigits, Call.Batch, 1_024),
        new(LeNetDigits, Call.Training, 128),
        new(Mnist8Digits, Call.OneSample, 1),
        new(Sequence, Call.OneSample, 1),
    ];

    /// <summary>How many different samples one pass goes over.</summary>
    public int Samples => Call == Call.OneSample
        // Who asks for one sample has just made it.
        ? Math.Min(Network.Inputs < 64 ? 512 : 64, NearInputs / Network.Inputs)
        : Batch;

    /// <summary>How many calls one pass makes.</summary>
    public int Calls => Samples / Batch;

    /// <summary>Floating-point operations of a sample.</summary>
    public long Operations => Call is Call.Training or Call.Gradient ? Network.TrainingOperations : Network.ForwardOperations;

    /// <summary>Whether only the fastest contenders are asked.</summary>
    public bool IsLong => Network.Weights > 500_000 && Call != Call.OneSample;

    /// <summary>The call in words.</summary>
    public string Title => Call switch
    {
        Call.OneSample => "one sample",
        Call.Batch => string.Create(CultureInfo.InvariantCulture, $"batch of {Batch:#,0}"),
        Call.Training => string.Create(CultureInfo.InvariantCulture, $"training, batch of {Batch:#,0}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"gradient of {Batch:#,0}"),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Network.Name}, {Title}";
}
