using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission.Steps;

/// <summary>Writes the passes over a buffer: activations that are too long for a tile's registers.</summary>
internal sealed class PassWriter(SourceWriter writer, VectorDialect dialect)
{
    public void WriteActivation(ActivationModel activation, bool withSlope)
    {
        ActivationFormula formula = ActivationFormula.Of(activation);
        string lanes = CSharpLiteral.Int(dialect.Lanes);
        writer.Line($"/// <summary>g(z) = {formula.Definition} in place{(withSlope ? ", and its derivative beside it" : "")}.</summary>");
        writer.Line("[MethodImpl(Kernel)]");
        string slopesParameter = withSlope ? $"ref {Real.Type} slopes, " : "";
        using (writer.Block($"internal static void {dialect.ShortName}(ref {Real.Type} values, {slopesParameter}int rows, int stride, int columns)"))
        {
            using (writer.Block("for (int row = 0; row < rows; row++)"))
            {
                using (writer.Block($"for (int next = 0; next < columns; next += {lanes})"))
                {
                    WriteElements(formula, activation, withSlope);
                }

                writer.Line();
                writer.Line("values = ref At(ref values, stride);");
                if (withSlope)
                {
                    writer.Line("slopes = ref At(ref slopes, stride);");
                }
            }
        }

        writer.Line();
    }

    private void WriteElements(ActivationFormula formula, ActivationModel activation, bool withSlope)
    {
        writer.Line($"var z = {dialect.Load("values", "next")};");
        writer.Line($"var value = {formula.Value(dialect, "z")};");
        writer.Line(dialect.Store("value", "values", "next"));
        if (withSlope)
        {
            string argument = ActivationTraits.SlopeNeedsPreActivation(activation) ? "z" : "value";
            writer.Line(dialect.Store(formula.Slope(dialect, argument), "slopes", "next"));
        }
    }
}
