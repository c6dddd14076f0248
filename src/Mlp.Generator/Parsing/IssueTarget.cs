using Mlp.Generator.Parsing.Activations;

namespace Mlp.Generator.Parsing;

/// <summary>The kinds of things an issue can point at.</summary>
internal enum IssueTargetKind
{
    Attribute,
    LayerSize,
    NamedArgument,
    Layer,
    LayerArgument,
    LayerOption,
    NonPartialType,
    TypeName,
    Modifier,
    Member,
    TypeParameter,
}

/// <summary>What an issue points at, said without a location so that an edit elsewhere does not change it.</summary>
/// <param name="Kind">The kind of thing.</param>
/// <param name="Index">Which attribute, layer size, layer, level of nesting, member or type parameter.</param>
/// <param name="Name">The name of the argument, modifier or member.</param>
/// <param name="Piece">The piece of the argument's text; null for all of it.</param>
/// <param name="Place">Which of a layer's positional arguments.</param>
internal sealed record IssueTarget(IssueTargetKind Kind, int Index = 0, string Name = "", TextPiece? Piece = null, int Place = 0)
{
    public static IssueTarget Attribute { get; } = new(IssueTargetKind.Attribute);

    public static IssueTarget TypeName { get; } = new(IssueTargetKind.TypeName);

    public static IssueTarget DuplicateAttribute(int index) => new(IssueTargetKind.Attribute, index);

    public static IssueTarget LayerSize(int index) => new(IssueTargetKind.LayerSize, index);

    public static IssueTarget NamedArgument(string name, TextPiece? piece = null) => new(IssueTargetKind.NamedArgument, 0, name, piece);

    /// <summary>The attribute of a layer, counted from 0 in the order of the source.</summary>
    public static IssueTarget Layer(int index) => new(IssueTargetKind.Layer, index);

    public static IssueTarget LayerArgument(int index, int place, TextPiece? piece = null) => new(IssueTargetKind.LayerArgument, index, "", piece, place);

    public static IssueTarget LayerOption(int index, string name, TextPiece? piece = null) => new(IssueTargetKind.LayerOption, index, name, piece);

    public static IssueTarget NonPartialType(int level) => new(IssueTargetKind.NonPartialType, level);

    public static IssueTarget Modifier(int level, string modifier) => new(IssueTargetKind.Modifier, level, modifier);

    public static IssueTarget Member(string symbolName, int index) => new(IssueTargetKind.Member, index, symbolName);

    public static IssueTarget TypeParameter(int index) => new(IssueTargetKind.TypeParameter, index);
}
