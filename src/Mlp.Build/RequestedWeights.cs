using Mlp.Serialization;

namespace Mlp.Build;

/// <summary>A weight file that is to be converted.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="AllowDouble">Whether F64 is read, and rounded.</param>
/// <param name="ZeroBiases">Whether biases that are not in the file are 0.</param>
internal sealed record RequestedWeights(string Path, bool AllowDouble, bool ZeroBiases = false) : RequestedFile(Path, AllowDouble)
{
    private protected override string Extension => ".mlpweights.txt";

    private protected override string Way => ZeroBiases ? "zero-biases " : "";

    /// <inheritdoc/>
    internal override string Text(string identity) => WeightText.Of(Path, () => WeightPath.OpenRead(Path), AllowDouble, ZeroBiases, out _, identity).ToString();
}
