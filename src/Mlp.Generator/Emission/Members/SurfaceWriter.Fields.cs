using Mlp.Generator.Model;

namespace Mlp.Generator.Emission.Members;

/// <summary>The fields, and what they start as.</summary>
internal sealed partial class SurfaceWriter
{
    private void WriteMemory()
    {
        _writer.Line("// Where the weights stand, on a cache line: found when they are first needed.");
        using (_writer.Block($"private static class {EmittedFields.Memory}"))
        {
            _writer.Line($"internal static readonly nint Start = global::Mlp.CompilerServices.FrozenMemory.Align({EmittedFields.Weights});");
        }

        _writer.Line();
    }

    private void WriteFields()
    {
        WriteParameterField();
        if (model.Trains)
        {
            _writer.Line("// The gradient of a minibatch and the work space it is made in, taken on the first step.");
            _writer.Line($"private global::Mlp.CompilerServices.GradientSlice? {EmittedFields.Slice};");
            _writer.Line();
        }

        _writer.Line("// What the data mean that the network was fitted on.");
        _writer.Line($"private {Memory}{Nullable} {EmittedFields.Schema} = {NewMemory};");
        _writer.Line();
        if (_remembers)
        {
            _writer.Line($"// What {Rememberer} remembers.");
            _writer.Line($"private {State}{Nullable} {EmittedFields.State} = {NewState};");
            _writer.Line();
        }
    }

    /// <summary>Whichever constructor of the user's runs, the field's initializer has drawn; the emitted ones draw once, with their seed.</summary>
    private void WriteParameterField()
    {
        const string Buffer = "global::Mlp.CompilerServices.AlignedBuffer";
        if (model.StartsEmpty)
        {
            _writer.Line("// All parameters, in the order the kernels want: none before they are loaded or set.");
            _writer.Line($"private {Buffer} {EmittedFields.Parameters};");
            _writer.Line();
            return;
        }

        bool isDrawn = model.Weights is null && model.HasUserConstructor;
        (string make, string of) = isDrawn ? ($"{Network}.Draw", "0UL")
            : model.Weights is null ? ($"{Buffer}.Allocate", $"{Network}.StorageFloats")
            : ($"{Buffer}.Of", EmittedFields.Weights);
        _writer.Line($"// All parameters, in the order the kernels want{(isDrawn ? ": drawn before any constructor runs" : "")}.");
        _writer.Line($"private {Buffer} {EmittedFields.Parameters} =");
        string drawn = $"    {make}({of});";
        _writer.Lines(_writer.Fits(drawn) ? [drawn] : [$"    {make}(", $"        {of});"]);
        _writer.Line();
    }
}
