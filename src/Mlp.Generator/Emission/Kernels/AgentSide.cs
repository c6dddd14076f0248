using Mlp.Generator.Emission.Heads;
using Mlp.Generator.Emission.Steps;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Emission.Kernels;

/// <summary>Writes blocks of agents: each has a sample and parameters of its own.</summary>
internal sealed class AgentSide(SourceWriter writer, VectorDialect dialect, NetworkPlan plan, PopulationPlan population, StepCalls calls)
    : BatchSide(writer, dialect, plan.Model, population.Block, calls)
{
    private readonly string _agents = CSharpLiteral.Int(population.Block.ChunkSamples);
    private readonly string _outputs = CSharpLiteral.Int(plan.Model.OutputSize);

    protected override string Predicts => "IAgentBlocks";

    protected override BufferRole[] StoreBuffers => [BufferRole.Outputs, BufferRole.Rows];

    protected override BufferRole[] LossBuffers => [];

    private static string Inputs => PlaceNames.Scratch(BufferRole.Inputs);

    /// <summary>Names that the class has for the network's own storage mean that of a block in here.</summary>
    protected override void WriteSizes()
    {
        Writer.Line($"public static int BlockFloats => {CSharpLiteral.Int(population.BlockFloats)};");
        Writer.Line();
        foreach (TensorStorage stored in population.Storage.Tensors)
        {
            Writer.Line($"private const int {PlaceNames.Of(stored)} = {CSharpLiteral.Int(stored.Offset)};");
        }

        Writer.Line();
    }

    protected override void WriteLoad()
    {
        Writer.Line($"AgentRows.ToLanes(ref inputs, {CSharpLiteral.Int(Model.InputSize)}, ref {Inputs}, samples);");
    }

    protected override void WriteStore()
    {
        if (population.Rows is { } rows)
        {
            string stride = CSharpLiteral.Int(rows.Stride);
            string store = Calls.Head("OutputStage", BatchLanes.Outputs, (writer, words) => new OutputWriter(writer, words, Model, plan.OutputRow).WriteMethod(rows.Stride));
            Writer.Line($"Transposition.Copy(ref {Outputs}, {_agents}, ref {PlaceNames.Scratch(BufferRole.Rows)}, {stride}, {_outputs}, samples);");
            Writer.Line($"{store}(ref {PlaceNames.Scratch(BufferRole.Rows)}, ref outputs, samples);");
            return;
        }

        ActivationModel activation = Model.Head.Activation;
        if (activation == ActivationKind.Softmax)
        {
            string finish = Calls.Head("AgentStage", BatchLanes.Samples, (writer, words) => new LaneOutputWriter(writer, words, Model, population.Block.ChunkSamples).WriteMethod());
            Writer.Line($"{finish}(ref {Outputs}, {_agents});");
        }
        else if (activation != ActivationKind.Identity)
        {
            Writer.Line($"{Calls.Pass(activation, withSlope: false)}(ref {Outputs}, 1, 0, {CSharpLiteral.Int(Model.OutputSize * population.Block.ChunkSamples)});");
        }

        Writer.Line($"AgentRows.FromLanes(ref {Outputs}, ref outputs, {_outputs}, samples);");
    }

    protected override void WriteError()
    {
    }

    protected override void WriteCount()
    {
    }
}
