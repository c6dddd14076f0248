using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing.Onnx;

/// <summary>The network that a declaration means, and where it was found.</summary>
/// <param name="Source">The file.</param>
/// <param name="Output">The tensor that it ends in.</param>
/// <param name="Network">The network.</param>
internal sealed record FoundNetwork(OnnxSource Source, OnnxSourceOutput Output, OnnxSourceNetwork Network)
{
    /// <summary>What comments and members say of it.</summary>
    public OnnxOrigin Origin => new(MessageText.Shorten(Output.Name), Source.Writer, Network.ClassNames, Network.Notes);
}
