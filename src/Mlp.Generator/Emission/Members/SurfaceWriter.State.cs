using Mlp.Generator.Emission.Text;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission.Members;

/// <summary>
/// What a network remembers beside its parameters, explicit, for weight files and trainers: what its data mean and, only where it
/// remembers anything, what the optimizer does and which values a training drops next.
/// </summary>
internal sealed partial class SurfaceWriter
{
    private const string Resumable = "global::Mlp.CompilerServices.IResumableTraining";
    private const string Progress = "global::Mlp.CompilerServices.OptimizerProgress";

    private const string Fitted = "global::Mlp.Training.IFittedNetwork";
    private const string Memory = "global::Mlp.CompilerServices.SchemaMemory";

    /// <summary>What a new network knows of its data: the names of classes, where its weights came with them.</summary>
    private string NewMemory => model.ClassNames.Count > 0 ? $"{Memory}.OfClasses({EmittedMembers.ClassNames})" : $"new {Memory}()";

    private void WriteSchema()
    {
        _writer.Line("// What the data mean that the network was fitted on, for trainers, measures and weight files.");
        _writer.Line($"global::Mlp.Training.DataSchema? {Fitted}.Schema");
        using (_writer.Braces())
        {
            // What waits for its parameters may be told first what they mean.
            bool mayBeNull = model.StartsEmpty && MayLackFields;
            WriteAccessor("get", $"return {EmittedFields.Schema}{(mayBeNull ? "?" : "")}.Schema;");
            _writer.Line();
            WriteAccessor("set", mayBeNull ? $"({EmittedFields.Schema} ??= new {Memory}()).Schema = value;" : $"{EmittedFields.Schema}.Schema = value;");
        }

        _writer.Line();
    }

    private void WriteAccessor(string name, string statement)
    {
        using (_writer.Block(name))
        {
            if (!model.StartsEmpty)
            {
                WriteLackCheck();
            }

            _writer.Line(statement);
        }
    }

    private void WriteResumableTraining()
    {
        if (!_remembers)
        {
            return;
        }

        _writer.Line($"// What {Rememberer} remembers, for weight files.");
        using (Explicit($"{Progress} {Resumable}.CopyMomentsTo", $"{Floats} moments"))
        {
            WriteMomentCheck();
            Call("return ", "ExportState", EmittedFields.State, "moments");
        }

        _writer.Line();
        using (Explicit($"void {Resumable}.SetMoments", $"{ReadOnlyFloats} moments", $"{Progress} progress"))
        {
            WriteMomentCheck();
            Call("", "ImportState", EmittedFields.State, "moments", "progress");
        }

        _writer.Line();
    }

    private void WriteMomentCheck() =>
        _writer.Line($"{Require}.Length(moments.Length, {CSharpLiteral.Int(model.Optimizer.Moments)} * ParameterCount, \"moments\");");
}
