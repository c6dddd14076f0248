using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission.Steps;

/// <summary>Writes δ ⊙ g′, where no product does it while it stores δ.</summary>
internal sealed class SlopeWriter(SourceWriter writer, VectorDialect dialect)
{
    public void WriteMethod(ActivationModel activation)
    {
        var formula = ActivationFormula.Of(activation);
        string slope = ActivationTraits.StoresSlope(activation) ? ActivationFormula.Itself : formula.TileSlope;
        writer.Lines(
            $"/// <summary>δ ⊙ g′ with g(z) = {formula.Definition}, in place.</summary>",
            "[MethodImpl(Kernel)]",
            $"internal static void {dialect.ShortName}(ref {Real.Type} deltas, ref {Real.Type} slopes, int rows, int stride, int columns) =>",
            $"    PlaneSlopes.Multiply<{dialect.Words}, {slope}>(ref deltas, ref slopes, rows, stride, columns);",
            "");
    }
}
