using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission.Members;

/// <summary>
/// Writes the user's part: its members in reading order, each a check of its arguments and a call. Inside the user's type
/// every name is fully qualified, for the user may have given it another meaning.
/// </summary>
internal sealed partial class SurfaceWriter(NetworkModel model, MemberPlan plan, HintNames hints)
{
    private const string Require = "global::Mlp.CompilerServices.Require";
    private const string Kernel = "global::Mlp.CompilerServices.PopulationKernel";
    private const string ReadOnlyFloats = $"global::System.ReadOnlySpan<{Real.Type}>";
    private const string Floats = $"global::System.Span<{Real.Type}>";
    private const string Sliced = "global::Mlp.CompilerServices.ISlicedTraining";
    private const string Labels = "global::System.ReadOnlySpan<int>";
    private const string State = "global::Mlp.CompilerServices.OptimizerState";
    private const string Reference = "ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference";

    private readonly SourceWriter _writer = new();
    private readonly NetworkNames _names = new(model);
    private readonly bool _remembers = model.Trains && (model.Optimizer.Moments > 0 || model.DrawsMasks);
    private readonly string _self = model.Type.SelfReference;

    private string Network => $"global::{NetworkNames.Namespace}.{_names.Dispatch}";

    private string Contract => $"global::Mlp.{ContractName}<{_self}>";

    private string ContractName => (model.Use, model.IsClassifier) switch
    {
        (NetworkUse.Frozen, _) => "IFrozenNetwork",
        (NetworkUse.Predicts, true) => "IClassPredictor",
        (NetworkUse.Predicts, false) => "IPredictor",
        (_, true) => "IClassifier",
        _ => "INetwork",
    };

    private DocComment Doc => new(_writer);

    /// <summary>What a member that predicts is declared with: a frozen network has no instances.</summary>
    private string Access => model.IsFrozen ? "public static" : "public";

    /// <summary>
    /// Whether there may be an instance without parameters: one that no constructor made, or that a record's own copy constructor did,
    /// or one that waits for them.
    /// </summary>
    private bool CanLackParameters => !model.IsFrozen && (model.Type.IsValueType || model.HasCopyConstructor || model.StartsEmpty);

    /// <summary>Whether a field may be null that is there otherwise: a record's own copy constructor leaves it so, and a struct may be default.</summary>
    private bool MayLackFields => model.HasCopyConstructor || (model.StartsEmpty && model.Type.IsValueType);

    /// <summary>What such a field is declared with beside its type.</summary>
    private string Nullable => MayLackFields ? "?" : "";

    private string LackWords => model.StartsEmpty ? "The network has no parameters yet."
        : model.Type.IsValueType
        ? "The struct is default: it has no parameters."
        : "The record's copy constructor has left the copy without parameters.";

    /// <summary>The first parameter, by reference.</summary>
    private string Start => model.IsFrozen ? $"ref global::Mlp.CompilerServices.FrozenMemory.At({EmittedFields.Memory}.Start)" : $"ref {EmittedFields.Parameters}.Start";

    public EmittedFile Write()
    {
        new HeaderWriter(_writer).WriteSurfaceHeader(model, plan);
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
            if (model.Trains)
            {
                WriteTraining();
                WriteSlicedTraining();
                WriteResumableTraining();
            }

            WriteSchema();
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
        part.OpenSurroundings();
        if (!model.IsDocumented)
        {
            Doc.Summary(TypeSummary());
        }

        Doc.Remarks(model.Formula(), SummaryTable.Lines(model), TypeRemarks());
        if (model.Type.IsValueType && !model.HasOwnLayout && !model.IsFrozen)
        {
            // Fields in several parts have no order (CS0282), and none is promised.
            _writer.Line("[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Auto)]");
        }

        part.OpenType(Contracts());
    }

    /// <summary>What the type is, for the user who has not said it.</summary>
    private string TypeSummary()
    {
        string what = (model.IsFrozen ? "frozen " : "") + (model.IsClassifier ? "classifier" : "network");
        return $"A {what} of {Formulas.Count(model.Layers.Count, model.IsDense ? "dense layer" : "layer")}, from {model.InputWords()} to {model.OutputWords()}{(model.Use == NetworkUse.Predicts ? ", which only predicts" : "")}.";
    }

    private string TypeRemarks() =>
        model.Origin is { Notes.Count: > 0 } origin ? $"{UseRemarks()} {string.Join(" ", origin.Notes)}" : UseRemarks();

    private string UseRemarks()
    {
        if (model.IsFrozen)
        {
            return $"Its {Formulas.Count(model.ParameterCount, "parameter")} are those of {model.Weights}; all members are static.";
        }

        const string Kept = "Parameters are no properties: Save and Load keep them, JSON does not.";
        if (!model.Trains)
        {
            string has = model.Weights is { } file ? $"It has the parameters of {file} until others are set." : "It has no parameters until they are loaded or set.";
            return $"{has} {Kept}";
        }

        string start = model.Weights is { } weights ? $"Starts from the parameters of {weights}." : $"Weights are drawn from {InitializerFormula.Of(model.Initializer)}; biases are zero.";
        return $"{start} Trained on the mean {model.Head.Loss} by {_optimizer}. {Kept}";
    }

    private string[] Contracts() => model.IsStatic ? []
        : model.IsFrozen ? [Contract]
        : !model.Trains ? [Contract, Fitted]
        : _remembers ? [Contract, Sliced, Fitted, Resumable]
        : [Contract, Sliced, Fitted];

    private void WriteConstants()
    {
        Constant("InputSize", model.InputSize, $"The number of values in one input sample: {CSharpLiteral.Int(model.InputSize)}{model.OrderWords()}.");
        Constant("OutputSize", model.OutputSize, $"The number of values in one output sample: {model.OutputWords()}.");
        Constant("ParameterCount", model.ParameterCount, $"The number of weights and biases together: {CSharpLiteral.Int(model.ParameterCount)}.");
        if (model.IsClassifier)
        {
            Constant("ClassCount", model.ClassCount, $"The number of classes: labels are 0 to {CSharpLiteral.Int(model.ClassCount - 1)}.");
        }

        if (model.ClassNames.Count > 0)
        {
            WriteClassNames();
        }
    }

    private void WriteClassNames()
    {
        Doc.Summary($"The names of the classes, the first for label 0, as {model.Weights} has them.");
        _writer.Line($"public static global::System.Collections.Generic.IReadOnlyList<string> {EmittedMembers.ClassNames} {{ get; }} = global::System.Array.AsReadOnly(new string[]");
        _writer.Line("{");
        foreach (string name in model.ClassNames)
        {
            _writer.Line($"    {CSharpLiteral.Text(name)},");
        }

        _writer.Line("});");
        _writer.Line();
    }

    private void Constant(string name, int value, string summary)
    {
        Doc.Summary(summary);
        _writer.Line($"public const int {name} = {CSharpLiteral.Int(value)};");
        _writer.Line();
    }

    /// <summary>A documented member; there may be no parameters, and the comment says what then.</summary>
    /// <param name="name">The member up to its parameters.</param>
    /// <param name="parameters">Its parameters as declared.</param>
    private SourceWriter.Scope Member(string name, params string[] parameters)
    {
        if (CanLackParameters)
        {
            Doc.Throws("System.InvalidOperationException", LackWords);
        }

        return Explicit(name, parameters);
    }

    /// <summary>A member that is implemented explicitly; it first asks whether there are parameters at all, where there may be none.</summary>
    private SourceWriter.Scope Explicit(string name, params string[] parameters)
    {
        SourceWriter.Scope scope = Open(name, parameters);
        WriteLackCheck();
        return scope;
    }

    private void WriteLackCheck()
    {
        if (CanLackParameters)
        {
            string check = model.StartsEmpty ? "Loaded" : model.Type.IsValueType ? "Initialized" : "Copied";
            _writer.Line($"{Require}.{check}({EmittedFields.Parameters}.IsAllocated, {CSharpLiteral.Text(model.Type.Name)});");
        }
    }

    /// <summary>A member that gives parameters to an instance, also to one that has none: it calls <see cref="WriteAllocation"/> when it has checked its arguments.</summary>
    private SourceWriter.Scope Giving(string name, params string[] parameters) =>
        model.Type.IsValueType && !model.StartsEmpty ? Member(name, parameters) : Open(name, parameters);

    /// <summary>Takes the memory for what an instance may lack.</summary>
    private void WriteAllocation()
    {
        if (model.HasCopyConstructor || model.StartsEmpty)
        {
            _writer.Line($"{EmittedFields.Parameters}.Ensure({Network}.StorageFloats);");
        }

        if (MayLackFields)
        {
            _writer.Line($"{EmittedFields.Schema} ??= {NewMemory};");
            if (_remembers)
            {
                _writer.Line($"{EmittedFields.State} ??= {NewState};");
            }
        }
    }

    private SourceWriter.Scope Open(string name, string[] parameters)
    {
        _writer.List(name, parameters);
        return _writer.Braces();
    }

    private void WriteDescription()
    {
        Doc.Summary($"A table of the layers: output sizes, {Formulas.Count(model.ParameterCount, "parameter")}, "
            + $"{CSharpLiteral.Long(model.OperationsPerSample)} floating-point operations a sample.");
        _writer.Line("public static string Summary =>");
        _writer.Lines([.. CSharpLiteral.RawLines(SummaryTable.Lines(model))]);
        _writer.Line();
        Doc.Summary($"The declaration as data, for generic code: {model.Declaration}.");
        _writer.Line("public static global::Mlp.NetworkDescription Description =>");
        _writer.Line($"    {Network}.Description;");
        _writer.Line();
        if (model.IsStatic)
        {
            return;
        }

        foreach (string name in new[] { "InputSize", "OutputSize", "ParameterCount" })
        {
            _writer.Line($"static int {(model.IsFrozen ? Contract : $"global::Mlp.IPredictor<{_self}>")}.{name} => {name};");
            _writer.Line();
        }

        if (plan.HasPopulation)
        {
            _writer.Line($"static {Kernel}? global::Mlp.INetwork<{_self}>.PopulationKernel => {Network}.Population;");
            _writer.Line();
        }

        if (model.IsClassifier && !model.IsFrozen)
        {
            _writer.Line($"static int global::Mlp.IClassPredictor<{_self}>.ClassCount => ClassCount;");
            _writer.Line();
        }
    }
}
