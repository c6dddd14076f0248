using Mlp.Generator.Model;

namespace Mlp.Generator.Emission;

/// <summary>The members that move parameters in and out.</summary>
internal sealed partial class SurfaceWriter
{
    private void WriteParameters()
    {
        Summary("Copies all parameters out: for each layer its weights row by row, [out, in], then its biases.");
        Parameter("destination", $"Receives {model.ParameterCount} values.");
        Throws("The span has the wrong length.");
        using (Member($"public void CopyParametersTo({Floats} destination)"))
        {
            _writer.Line($"{Require}.Length(destination.Length, ParameterCount, \"destination\");");
            _writer.Line($"{Network}.Export({EmittedFields.Parameters}.Span, destination);");
        }

        _writer.Line();
        Summary($"Replaces all parameters: for each layer its weights row by row, [out, in], then its biases{(_remembers ? "; the optimizer forgets nothing" : "")}.");
        Parameter("source", $"{model.ParameterCount} values.");
        Throws("The span has the wrong length.");
        using (Member($"public void SetParameters({ReadOnlyFloats} source)"))
        {
            _writer.Line($"{Require}.Length(source.Length, ParameterCount, \"source\");");
            _writer.Line($"{Network}.Import(source, {EmittedFields.Parameters}.Span);");
        }

        _writer.Line();
        Summary(_remembers ? "An independent copy, with what the optimizer remembers." : "An independent copy.");
        string header = model.Type.IsRecord ? $"{_self} global::Mlp.INetwork<{_self}>.Clone()" : $"public {_self} Clone()";
        using (Member(header))
        {
            _writer.Line(model.Type.IsValueType ? $"{_self} clone = this;" : $"{_self} clone = ({_self})MemberwiseClone();");
            _writer.Line($"clone.{EmittedFields.Parameters} = {EmittedFields.Parameters}.Copy();");
            _writer.Line($"clone.{EmittedFields.Slice} = null;");
            if (_remembers)
            {
                _writer.Line($"clone.{EmittedFields.State} = {EmittedFields.State}.Copy();");
            }

            _writer.Line("return clone;");
        }

        _writer.Line();
    }
}
