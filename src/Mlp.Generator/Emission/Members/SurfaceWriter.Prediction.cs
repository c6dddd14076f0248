using System.Linq;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission.Members;

/// <summary>The members that make a network and let it predict.</summary>
internal sealed partial class SurfaceWriter
{
    private const string Seed = "Any number: the same seed gives the same parameters on every platform and vector width.";

    /// <summary>The shape of one sample.</summary>
    private string InputWords => Formulas.Count(model.InputSize, "value");

    /// <summary>The shape of n samples.</summary>
    private string BatchWords => "n × " + InputWords;

    private void WriteConstruction()
    {
        string parameters = Formulas.Count(model.ParameterCount, "parameter");
        if (model.Parameterless is { } constructor)
        {
            WriteParameterless(constructor, parameters);
        }
        else if (!model.HasUserConstructor)
        {
            WriteConstructors(parameters);
        }

        if (model.Trains)
        {
            WriteInitialize(parameters);
        }
    }

    /// <summary>What a new network begins with, behind "A network".</summary>
    private string StartOf(string parameters) =>
        model.Weights is { } weights ? $"with the {parameters} of {weights}, which are compiled in"
        : model.StartsEmpty ? $"without parameters: Load or SetParameters gives it its {parameters}"
        : $"of {parameters} drawn from {model.Initializer} with seed 0";

    private void WriteConstructors(string parameters)
    {
        string name = model.Type.Name;
        Doc.Summary($"A network {StartOf(parameters)}.");
        _writer.Line($"public {name}()");
        if (model.Trains && model.Weights is null)
        {
            _writer.Line("    : this(0UL)");
        }

        _writer.Braces().Dispose();
        _writer.Line();
        if (model.Trains)
        {
            Doc.Summary($"A network of {parameters} drawn from {model.Initializer} with a seed.").Parameter("seed", Seed);
            using (_writer.Block($"public {name}(ulong seed)"))
            {
                _writer.Line("Initialize(seed);");
            }

            _writer.Line();
        }
    }

    private void WriteInitialize(string parameters)
    {
        string forgotten = _remembers ? $"; {Rememberer} forgets all" : "";
        Doc.Summary($"Draws the weights of all {parameters} anew from {InitializerFormula.Of(model.Initializer)}, and sets the biases to zero{forgotten}.")
            .Parameter("seed", Seed);
        using (Giving("public void Initialize", "ulong seed"))
        {
            WriteAllocation();
            Call("", "Initialize", EmittedFields.Parameters + ".Span", "seed");
            _writer.Line($"{EmittedFields.Schema}.Schema = null;");
            if (_remembers)
            {
                _writer.Line(model.DrawsMasks ? $"{EmittedFields.State}.Restart(seed);" : $"{EmittedFields.State}.Clear();");
            }
        }

        _writer.Line();
    }

    /// <summary>A struct with constructors of the user's, all with parameters: <c>new()</c> runs this one.</summary>
    private void WriteParameterless(ParameterlessConstructor constructor, string parameters)
    {
        string passed = constructor.Chained is { } chained ? $"({string.Join(", ", chained.Select(type => $"default({type})"))})" : "";
        Doc.Summary($"A network {StartOf(parameters)}{(passed.Length > 0 ? "; what the primary constructor asks for has its default" : "")}.");
        if (constructor.SetsRequiredMembers)
        {
            _writer.Line("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        }

        _writer.Line($"public {model.Type.Name}()");
        if (passed.Length > 0)
        {
            _writer.Line("    : this" + passed);
        }

        _writer.Braces().Dispose();
        _writer.Line();
    }

    private void WritePrediction()
    {
        Doc.Summary($"Predicts one sample, {model.InputWords()} to {model.OutputWords()}: {model.Formula(predicts: true)}.")
            .Parameter("input", $"The sample x: {InputWords}{model.OrderWords()}.")
            .Parameter("output", $"Receives the prediction ŷ: {model.OutputWords()}.")
            .ThrowsArgument("A span has the wrong length, or the spans overlap.");
        using (Member($"{Access} void Forward", $"{ReadOnlyFloats} input", $"{Floats} output"))
        {
            _writer.Line($"{Require}.Length(input.Length, InputSize, \"input\");");
            _writer.Line($"{Require}.Length(output.Length, OutputSize, \"output\");");
            _writer.Line($"{Require}.NoOverlap(input, output, \"output\");");
            Call("", "Forward", Start, $"{Reference}(input)", $"{Reference}(output)");
        }

        _writer.Line();
        Doc.Summary($"Predicts n samples, one a row: {BatchWords} to n × {model.OutputWords()}.")
            .Parameter("inputs", $"The samples: {BatchWords}; n may be 0.")
            .Parameter("outputs", $"Receives the predictions: n × {model.OutputWords()}.")
            .ThrowsArgument("A span has the wrong length, or the spans overlap.");
        using (Member($"{Access} void ForwardBatch", $"{ReadOnlyFloats} inputs", $"{Floats} outputs"))
        {
            _writer.Line($"int samples = {Require}.Samples(inputs.Length, InputSize, \"inputs\");");
            _writer.Line($"{Require}.BatchLength(outputs.Length, samples, OutputSize, \"outputs\");");
            _writer.Line($"{Require}.NoOverlap(inputs, outputs, \"outputs\");");
            Call("", "ForwardBatch", Start, $"{Reference}(inputs)", $"{Reference}(outputs)", "samples");
        }

        _writer.Line();
        if (model.IsClassifier)
        {
            WriteClassify();
        }
    }

    private void WriteClassify()
    {
        bool softmax = model.Head.Activation == ActivationKind.Softmax;
        Doc.Summary(softmax
                ? $"The most probable of {Formulas.Count(model.ClassCount, "class", "classes")} for one sample of {model.InputWords()}, the first of equals; 0 where the probabilities are NaN."
                : $"The class of one sample of {model.InputWords()}: 1 if its probability is ½ or more, otherwise 0, also where it is NaN.")
            .Parameter("input", $"The sample x: {InputWords}{model.OrderWords()}. A NaN in it makes the probabilities NaN: Forward shows it, a class does not.")
            .Returns($"The class, 0 to {CSharpLiteral.Int(model.ClassCount - 1)}.")
            .ThrowsArgument("The span has the wrong length.");
        using (Member($"{Access} int Classify", $"{ReadOnlyFloats} input"))
        {
            _writer.Line($"{Require}.Length(input.Length, InputSize, \"input\");");
            WriteOutput();
            Call("", "Forward", Start, $"{Reference}(input)", $"{Reference}(output)");
            _writer.Line(softmax ? "return global::Mlp.CompilerServices.Classes.MostProbable(output);" : $"return output[0] >= {Real.Half} ? 1 : 0;");
        }

        _writer.Line();
    }

    /// <summary>Memory for one output, for the length of the call.</summary>
    private void WriteOutput()
    {
        if (plan.OutputIsOnStack)
        {
            _writer.Line($"{Floats} output = stackalloc {Real.Type}[OutputSize];");
            return;
        }

        const string Scratch = "global::Mlp.CompilerServices.NativeScratch";
        _writer.Line($"using {Scratch} scratch = new {Scratch}(OutputSize);");
        _writer.Line($"{Floats} output = global::System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref scratch.Start, OutputSize);");
    }

    /// <summary>A call of what all networks of the shape share.</summary>
    private void Call(string before, string method, params string[] arguments) => _writer.List($"{before}{Network}.{method}", arguments, ";");
}
