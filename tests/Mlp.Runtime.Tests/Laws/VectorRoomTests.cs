using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Laws;

/// <summary>
/// Which rooms use vectors. Under each switch that narrows them the tests of these rooms run again (WidthTests of the integration
/// tests names their namespaces), and no others.
/// </summary>
public sealed partial class VectorRoomTests
{
    /// <summary>Their tests are in the namespaces Evolution, Interpretation, Numerics, Optimizers, Storage, Training.Slices and Validation.</summary>
    private static readonly string[] Rooms =
        ["CompilerServices/Interpretation", "CompilerServices/Lanes", "CompilerServices/Numerics", "CompilerServices/Optimizers", "CompilerServices/Planes", "CompilerServices/Requirements", "CompilerServices/Slices", "CompilerServices/Storage", "CompilerServices/Tiles", "CompilerServices/Vocabulary", "Evolution"];

    [Fact]
    public void Vectors_stand_in_rooms_whose_tests_run_at_every_width() => RuntimeSources.Compilation.SyntaxTrees
        .Where(tree => tree.GetRoot().DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && Vector().IsMatch(token.ValueText)))
        .Select(RuntimeSources.RoomOf)
        .Distinct()
        .ShouldBe(Rooms, ignoreOrder: true);

    [GeneratedRegex("^(Vector(64|128|256|512)?|TensorPrimitives|IsHardwareAccelerated)$")]
    private static partial Regex Vector();
}
