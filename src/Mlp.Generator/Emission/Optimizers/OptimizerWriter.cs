using System.Linq;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission.Optimizers;

/// <summary>
/// Writes an optimizer's step: one pass over parameters, gradient and moments, all in the order of storage, whole vectors of
/// them.
/// </summary>
internal sealed class OptimizerWriter(SourceWriter writer, VectorDialect dialect, OptimizerPlan plan, int storageFloats)
{
    /// <summary>The name of the emitted method.</summary>
    public const string Method = "Optimize";

    private readonly OptimizerModel _optimizer = plan.Optimizer;

    private bool DecaysApart => _optimizer.Kind == OptimizerKind.AdamW;

    /// <summary>The method's parameters, as declared, at every width the same.</summary>
    public static string Parameters(OptimizerPlan plan) =>
        $"ref {Real.Type} parameters, ref {Real.Type} gradient, {(plan.Optimizer.Moments > 0 ? $"ref {Real.Type} moments, " : "")}"
        + $"OptimizerStep step, {(plan.Optimizer.Regularizes ? "bool regularized, " : "")}int start, int end";

    public void WriteMethod()
    {
        writer.Line($"/// <summary>{_optimizer.Kind}: {OptimizerFormula.Of(_optimizer)} on a piece of storage.</summary>");
        writer.Line("[MethodImpl(AggressiveOptimization)]");
        using (writer.Block($"internal static void {Method}({Parameters(plan)})"))
        {
            foreach (OptimizerConstant constant in _optimizer.Constants.Where(constant => _optimizer[constant.Name] != 0))
            {
                writer.Line($"const double {constant.Name} = {CSharpLiteral.Number(constant.Value)};");
            }

            WriteFactors();
            using (writer.Block($"for (int next = start; next < end; next += {CSharpLiteral.Int(dialect.Lanes)})"))
            {
                writer.Line($"var weight = {dialect.Load("parameters", "next")};");
                writer.Line($"var g = {dialect.Load("gradient", "next")};");
                WriteRegularization();
                WriteStep();
                writer.Line(dialect.Store("weight", "parameters", "next"));
            }
        }

        writer.Line();
    }

    private void WriteFactors()
    {
        Factor("size", "step.Size");
        if (_optimizer[OptimizerConstant.WeightDecay] != 0)
        {
            string decay = Constant(OptimizerConstant.WeightDecay);
            Factor("decay", $"regularized ? {(DecaysApart ? "step.LearningRate * " : "")}{decay} : {Real.Zero}");
        }

        if (_optimizer[OptimizerConstant.L1] != 0)
        {
            Factor("lasso", $"regularized ? {Constant(OptimizerConstant.L1)} : {Real.Zero}");
        }

        switch (_optimizer.Kind)
        {
            case OptimizerKind.Momentum or OptimizerKind.Nesterov:
                Factor("momentum", Constant(OptimizerConstant.Momentum));
                break;
            case OptimizerKind.RMSProp:
                Factor("kept", Constant(OptimizerConstant.Rho));
                Factor("added", Rest(OptimizerConstant.Rho));
                Factor("epsilon", Constant(OptimizerConstant.Epsilon));
                break;
            case OptimizerKind.Adam or OptimizerKind.AdamW:
                Factor("added1", Rest(OptimizerConstant.Beta1));
                Factor("kept2", Constant(OptimizerConstant.Beta2));
                Factor("added2", Rest(OptimizerConstant.Beta2));
                Factor("rootScale", "step.RootScale");
                Factor("epsilon", Constant(OptimizerConstant.Epsilon));
                break;
        }
    }

    private void WriteRegularization()
    {
        if (_optimizer[OptimizerConstant.WeightDecay] != 0 && !DecaysApart)
        {
            writer.Line("g += decay * weight;");
        }

        if (_optimizer[OptimizerConstant.L1] != 0)
        {
            writer.Line($"g += {dialect.IfPositive("weight", "lasso")} - {dialect.IfPositive("-weight", "lasso")};");
        }

        if (_optimizer[OptimizerConstant.WeightDecay] != 0 && DecaysApart)
        {
            writer.Line("weight -= decay * weight;");
        }
    }

    private void WriteStep()
    {
        switch (_optimizer.Kind)
        {
            case OptimizerKind.SGD:
                writer.Line("weight -= size * g;");
                break;
            case OptimizerKind.Momentum or OptimizerKind.Nesterov:
                writer.Line($"var velocity = {Remembered(dialect.MultiplyAdd("momentum", dialect.Load("moments", "next"), "g"))};");
                writer.Line(dialect.Store("velocity", "moments", "next"));
                writer.Line($"weight -= size * {(_optimizer.Kind == OptimizerKind.Momentum ? "velocity" : dialect.MultiplyAdd("momentum", "velocity", "g"))};");
                break;
            case OptimizerKind.RMSProp:
                writer.Line($"var square = {Remembered(dialect.MultiplyAdd("kept", dialect.Load("moments", "next"), "added * g * g"))};");
                writer.Line(dialect.Store("square", "moments", "next"));
                writer.Line($"weight -= size * g / ({dialect.SquareRoot("square")} + epsilon);");
                break;
            default:
                string second = $"next + {CSharpLiteral.Int(storageFloats)}";
                writer.Line($"var mean = {dialect.Load("moments", "next")};");
                writer.Line($"var square = {Remembered(dialect.MultiplyAdd("kept2", dialect.Load("moments", second), "added2 * g * g"))};");
                writer.Line($"mean = {Remembered("mean + (added1 * (g - mean))")};");
                writer.Line(dialect.Store("mean", "moments", "next"));
                writer.Line(dialect.Store("square", "moments", second));
                writer.Line($"weight -= size * mean / {dialect.MultiplyAdd(dialect.SquareRoot("square"), "rootScale", "epsilon")};");
                break;
        }
    }

    private void Factor(string name, string value) => writer.Line($"var {name} = {dialect.Broadcast(value)};");

    // A moment that decays without end would arrive at subnormal numbers and stay.
    private static string Remembered(string moment) => $"VectorMath.ZeroSubnormal({moment})";

    private string Constant(string name) => _optimizer[name] == 0 ? Real.Zero : $"({Real.Type}){name}";

    // What is left of one is rounded once: of a float close to one little would be left of its digits.
    private string Rest(string name) => _optimizer[name] == 0 ? Real.One : $"({Real.Type})(1 - {name})";
}
