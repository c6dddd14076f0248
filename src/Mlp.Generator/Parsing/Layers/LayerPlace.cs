using Mlp.Generator.Parsing.Activations;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>Where a layer is written: as a size of the attribute, or as an attribute of its own.</summary>
/// <param name="Index">Which size, or which of the attributes of layers, counted from 0.</param>
/// <param name="IsAttribute">Whether it has an attribute of its own.</param>
internal sealed record LayerPlace(int Index, bool IsAttribute)
{
    /// <summary>All of it.</summary>
    public IssueTarget Whole => IsAttribute ? IssueTarget.Layer(Index) : IssueTarget.LayerSize(Index);

    /// <summary>One of its positional arguments.</summary>
    public IssueTarget Argument(int place, TextPiece? piece = null) => IsAttribute ? IssueTarget.LayerArgument(Index, place, piece) : Whole;

    /// <summary>One of its named arguments.</summary>
    public IssueTarget Option(string name, TextPiece? piece = null) => IsAttribute ? IssueTarget.LayerOption(Index, name, piece) : Whole;
}
