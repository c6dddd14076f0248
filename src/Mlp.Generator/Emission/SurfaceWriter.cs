using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission;

/// <summary>
/// Writes the user's part: its members in reading order, each a check of its arguments and a call. Inside the user's type
/// every name is fully qualified, for the user may have given it another meaning.
/// </summary>
internal sealed partial class SurfaceWriter(NetworkModel model, HintNames hints)
{
    private const string Require = "global::Mlp.Validation.Require";
    private const string ReadOnlyFloats = $"global::System.ReadOnlySpan<{Real.Type}>";
    private const string Floats = $"global::System.Span<{Real.Type}>";
    private const string Sliced = "global::Mlp.Training.ISlicedTraining";
    private const string Labels = "global::System.ReadOnlySpan<int>";
    private const string Reference = "ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference";

    private readonly SourceWriter _writer = new();
    private readonly NetworkNames _names = new(model);
    private readonly bool _remembers = model.Optimizer.Moments > 0;
    private readonly string _self = model.Type.SelfReference;

    private string Network => $"global::{NetworkNames.Namespace}.{_names.Dispatch}";

    private string Contract => model.IsFrozen ? $"global::Mlp.IFrozenNetwork<{_self}>"
        : model.IsClassifier ? $"global::Mlp.IClassifier<{_self}>"
        : $"global::Mlp.INetwork<{_self}>";

    /// <summary>What a member that predicts is declared with: a frozen network has no instances.</summary>
    private string Access => model.IsFrozen ? "public static" : "public";

    /// <summary>The first parameter, by reference.</summary>
    private string Start => model.IsFrozen ? $"ref global::Mlp.Storage.FrozenMemory.At({EmittedFields.Memory}.Start)" : $"ref {EmittedFields.Parameters}.Start";

    public EmittedFile Write()
    {
        new HeaderWriter(_writer).WriteSurfaceHeader(model);
        var part = new TypePartWriter(_writer, model.Type);
        OpenType(part);
        WriteConstants();
        if (model.IsFrozen)
        {
            WriteMemory();
            WritePrediction();
            WriteExport();
        }
        else
        {
            WriteFields();
            WriteConstruction();
            WritePrediction();
            WriteTraining();
            WriteSlicedTraining();
            WriteResumableTraining();
            WriteExport();
            WriteParameters();
            WriteFiles();
        }

        WriteDescription();
        part.Close();
        return new EmittedFile(hints[""], _writer.ToString());
    }

    private void OpenType(TypePartWriter part)
    {
        // Hiding a member of the user's base class is the user's choice of base class.
        _writer.Line("#pragma warning disable CS0108, CS0109, CS0114");
        _writer.Line();
        part.OpenSurroundings();
        _writer.Line("/// <remarks>");
        _writer.Line("/// <code>");
        foreach (string line in SummaryTable.Lines(model))
        {
            _writer.Line("/// " + line);
        }

        _writer.Line("/// </code>");
        _writer.Line("/// </remarks>");
        if (model.Type.IsValueType && !model.HasOwnLayout && !model.IsFrozen)
        {
            // Fields in several parts have no order (CS0282), and none is promised.
            _writer.Line("[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Auto)]");
        }

        part.OpenType(model.IsStatic ? "" : $" : {Contract}{(model.IsFrozen ? "" : $", {Sliced}{ResumableContract}")}");
    }

    private void WriteConstants()
    {
        Constant("InputSize", model.InputSize, "The number of values in one input sample.");
        Constant("OutputSize", model.OutputSize, "The number of values in one output sample.");
        Constant("ParameterCount", model.ParameterCount, "The number of weights and biases together.");
        if (model.IsClassifier)
        {
            Constant("ClassCount", model.ClassCount, $"The number of classes: labels are 0 to {model.ClassCount - 1}.");
        }
    }

    private void WriteMemory()
    {
        using (_writer.Block($"private static class {EmittedFields.Memory}"))
        {
            _writer.Line($"internal static readonly nint Start = global::Mlp.Storage.FrozenMemory.Align({EmittedFields.Weights});");
        }

        _writer.Line();
    }

    private void WriteFields()
    {
        string parameters = model.Weights is null ? $"Allocate({Network}.StorageFloats)" : $"Of({EmittedFields.Weights})";
        _writer.Line($"private global::Mlp.Storage.AlignedBuffer {EmittedFields.Parameters} = global::Mlp.Storage.AlignedBuffer.{parameters};");
        _writer.Line($"private global::Mlp.Training.GradientSlice {EmittedFields.Slice};");
        if (_remembers)
        {
            _writer.Line($"private global::Mlp.Optimizers.OptimizerState {EmittedFields.State} = new global::Mlp.Optimizers.OptimizerState();");
        }

        _writer.Line();
    }

    private void Constant(string name, int value, string summary)
    {
        Summary(summary);
        _writer.Line($"public const int {name} = {CSharpLiteral.Int(value)};");
        _writer.Line();
    }

    private void Summary(params string[] lines) => Doc("summary", "", lines);

    private void Doc(string tag, string attribute, params string[] lines)
    {
        if (lines.Length == 1)
        {
            _writer.Line($"/// <{tag}{attribute}>{lines[0]}</{tag}>");
            return;
        }

        _writer.Line($"/// <{tag}{attribute}>");
        foreach (string line in lines)
        {
            _writer.Line("/// " + line);
        }

        _writer.Line($"/// </{tag}>");
    }

    private void Parameter(string name, string text) => Doc("param", $" name=\"{name}\"", text);

    private void Throws(string text) => Doc("exception", " cref=\"global::System.ArgumentException\"", text);

    private void WriteConstruction()
    {
        if (!model.HasUserConstructor)
        {
            string name = model.Type.Name;
            Summary(model.Weights is null ? "A network with parameters drawn from seed 0." : "A network with the parameters that are compiled in.");
            _writer.Line($"public {name}()");
            if (model.Weights is null)
            {
                _writer.Line("    : this(0UL)");
            }

            _writer.Braces().Dispose();
            _writer.Line();
            Summary("A network with parameters drawn from a seed.");
            Parameter("seed", "Any number: the same seed gives the same parameters on every platform and vector width.");
            using (_writer.Block($"public {name}(ulong seed)"))
            {
                _writer.Line("Initialize(seed);");
            }

            _writer.Line();
        }

        Summary($"Draws all weights anew from {model.Initializer} and sets the biases to zero{(_remembers ? "; the optimizer forgets all" : "")}.");
        Parameter("seed", "Any number: the same seed gives the same parameters on every platform and vector width.");
        using (Member("public void Initialize(ulong seed)"))
        {
            _writer.Line($"{Network}.Initialize({EmittedFields.Parameters}.Span, seed);");
            if (_remembers)
            {
                _writer.Line($"{EmittedFields.State}.Clear();");
            }
        }

        _writer.Line();
    }

    /// <summary>A public member; in a struct, which may be <c>default</c>, it first asks whether there are parameters at all.</summary>
    private SourceWriter.Scope Member(string header)
    {
        SourceWriter.Scope scope = _writer.Block(header);
        if (model.Type.IsValueType && !model.IsFrozen)
        {
            _writer.Line($"{Require}.Initialized({EmittedFields.Parameters}.IsAllocated, {CSharpLiteral.Text(model.Type.Name)});");
        }

        return scope;
    }

    private void WritePrediction()
    {
        Summary($"Predicts one sample: {model.Formula()}.");
        Parameter("input", $"{model.InputSize} values.");
        Parameter("output", $"Receives {model.OutputSize} values.");
        Throws("A span has the wrong length, or the spans overlap.");
        using (Member($"{Access} void Forward({ReadOnlyFloats} input, {Floats} output)"))
        {
            _writer.Line($"{Require}.Length(input.Length, InputSize, \"input\");");
            _writer.Line($"{Require}.Length(output.Length, OutputSize, \"output\");");
            _writer.Line($"{Require}.NoOverlap(input, output, \"output\");");
            _writer.Line($"{Network}.Forward({Start}, {Reference}(input), {Reference}(output));");
        }

        _writer.Line();
        Summary("Predicts n samples, one a row.");
        Parameter("inputs", $"n × {model.InputSize} values; n may be 0.");
        Parameter("outputs", $"Receives n × {model.OutputSize} values.");
        Throws("A span has the wrong length, or the spans overlap.");
        using (Member($"{Access} void ForwardBatch({ReadOnlyFloats} inputs, {Floats} outputs)"))
        {
            _writer.Line($"int samples = {Require}.Samples(inputs.Length, InputSize, \"inputs\");");
            _writer.Line($"{Require}.BatchLength(outputs.Length, samples, OutputSize, \"outputs\");");
            _writer.Line($"{Require}.NoOverlap(inputs, outputs, \"outputs\");");
            _writer.Line($"{Network}.ForwardBatch({Start}, {Reference}(inputs), {Reference}(outputs), samples);");
        }

        _writer.Line();
        if (model.IsClassifier)
        {
            WriteClassify();
        }
    }

    private void WriteClassify()
    {
        bool softmax = model.OutputActivation == ActivationKind.Softmax;
        Summary(softmax ? "The most probable class, the first of equals." : "1 if the probability is ½ or more, otherwise 0.");
        Parameter("input", $"{model.InputSize} values.");
        Throws("The span has the wrong length.");
        using (Member($"{Access} int Classify({ReadOnlyFloats} input)"))
        {
            _writer.Line($"{Require}.Length(input.Length, InputSize, \"input\");");
            _writer.Line($"{Floats} output = stackalloc {Real.Type}[OutputSize];");
            _writer.Line($"{Network}.Forward({Start}, {Reference}(input), {Reference}(output));");
            _writer.Line(softmax ? "return global::Mlp.Numerics.Classes.MostProbable(output);" : $"return output[0] >= {Real.Half} ? 1 : 0;");
        }

        _writer.Line();
    }

    private void WriteDescription()
    {
        Summary("A table of the layers: output sizes, parameters, floating-point operations a sample.");
        _writer.Line($"public static string Summary => {CSharpLiteral.Text(string.Join("\n", SummaryTable.Lines(model)))};");
        _writer.Line();
        Summary("The layers and choices of the declaration, for generic code.");
        _writer.Line($"public static global::Mlp.NetworkDescription Description => {Network}.Description;");
        _writer.Line();
        if (model.IsStatic)
        {
            return;
        }

        foreach (string name in new[] { "InputSize", "OutputSize", "ParameterCount" })
        {
            _writer.Line($"static int {(model.IsFrozen ? Contract : $"global::Mlp.INetwork<{_self}>")}.{name} => {name};");
            _writer.Line();
        }

        if (model.IsClassifier && !model.IsFrozen)
        {
            _writer.Line($"static int global::Mlp.IClassifier<{_self}>.ClassCount => ClassCount;");
            _writer.Line();
        }
    }
}
