using System.Globalization;

namespace Mlp.Onnx.Import.Operators;

/// <summary>How a window goes along one axis, as the file has it.</summary>
/// <param name="Length">The positions that arrive.</param>
/// <param name="Kernel">The taps.</param>
/// <param name="Stride">How far it moves.</param>
/// <param name="Dilation">How far apart taps are.</param>
/// <param name="Before">Positions before the first.</param>
/// <param name="After">Positions after the last.</param>
/// <param name="Positions">The positions that leave.</param>
internal readonly record struct WindowAxis(int Length, int Kernel, int Stride, int Dilation, int Before, int After, int Positions)
{
    /// <summary>Whether windows reach past the sample.</summary>
    public bool IsPadded => Before > 0 || After > 0;

    /// <summary>Where the last window ends, past the padding or before its end.</summary>
    public long End => ((Positions - 1L) * Stride) + Reach;

    /// <summary>From the first tap to the last, both counted.</summary>
    public long Reach => ((Kernel - 1L) * Dilation) + 1;

    /// <summary>Every window is the whole of what arrives, of which there is one.</summary>
    public bool IsWhole => Kernel == Length && !IsPadded && Positions == 1 && Dilation == 1;

    /// <summary>As messages have it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kernel} over {Length}");
}
