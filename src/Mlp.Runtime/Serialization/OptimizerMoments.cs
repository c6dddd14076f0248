using System;

namespace Mlp.Serialization;

/// <summary>Which moments an optimizer remembers, in the order in which networks give them.</summary>
internal static class OptimizerMoments
{
    /// <summary>What the names of their tensors begin with.</summary>
    internal const string PrefixText = "mlp.optimizer.";

    private const string Velocity = "velocity";
    private const string Mean = "mean";
    private const string MeanOfSquares = "square";

    private static readonly (string Optimizer, string[] Moments)[] All =
    [
        (Optimizer.SGD, []),
        (Optimizer.Momentum, [Velocity]),
        (Optimizer.Nesterov, [Velocity]),
        (Optimizer.RMSProp, [MeanOfSquares]),
        (Optimizer.Adam, [Mean, MeanOfSquares]),
        (Optimizer.AdamW, [Mean, MeanOfSquares]),
    ];

    private static ReadOnlySpan<byte> Prefix => "mlp.optimizer."u8;

    /// <summary>The names of an optimizer's moments.</summary>
    /// <param name="optimizer">A name of <see cref="Optimizer"/>, compared without case.</param>
    /// <exception cref="ArgumentException">It is none.</exception>
    internal static string[] Of(string optimizer)
    {
        foreach ((string name, string[] moments) in All)
        {
            if (AreSame(name, optimizer))
            {
                return moments;
            }
        }

        throw new ArgumentException($"The network is trained by \"{optimizer}\", whose state has no place in a file: leave OptimizerState out.", "options");
    }

    /// <summary>Whether two names are of one optimizer.</summary>
    internal static bool AreSame(string optimizer, string other) => optimizer.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a tensor of this name is no weights and no moment that is asked for.</summary>
    internal static bool IsPassedOver(ReadOnlySpan<byte> name, bool momentsAreAskedFor) =>
        name.StartsWith(NetworkSignature.Prefix) && !(momentsAreAskedFor && name.StartsWith(Prefix));

    /// <summary>Whether a moment has no values below zero: its root is taken.</summary>
    internal static bool IsMeanOfSquares(string moment) => moment == MeanOfSquares;
}
