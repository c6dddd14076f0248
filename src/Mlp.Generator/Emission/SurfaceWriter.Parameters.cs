using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission;

/// <summary>The members that move parameters in and out.</summary>
internal sealed partial class SurfaceWriter
{
    private const string WeightFile = "global::Mlp.WeightFile";

    private void WriteExport()
    {
        Summary("Copies all parameters out: for each layer its weights row by row, [out, in], then its biases.");
        Parameter("destination", $"Receives {model.ParameterCount} values.");
        Throws("The span has the wrong length.");
        using (Member($"{Access} void CopyParametersTo({Floats} destination)"))
        {
            _writer.Line($"{Require}.Length(destination.Length, ParameterCount, \"destination\");");
            _writer.Line($"{Network}.Export({(model.IsFrozen ? EmittedFields.Weights : EmittedFields.Parameters + ".Span")}, destination);");
        }

        _writer.Line();
    }

    private void WriteParameters()
    {
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

    private void WriteFiles()
    {
        WriteSave("string path", "path", "The file: written beside it, then renamed over it; a save that fails leaves it as it was.");
        WriteSave("global::System.IO.Stream stream", "stream", "Receives the file; stays open.");
        if (model.IsConstructible)
        {
            WriteLoad("string path", "path", "The file.");
            WriteLoad("global::System.IO.Stream stream", "stream", "Holds the file from its position to its end; stays open.");
        }
    }

    private void WriteSave(string parameter, string name, string text)
    {
        Summary("Saves all parameters as safetensors, named and laid out as PyTorch has them.");
        Parameter(name, text);
        using (Member($"public void Save({parameter})"))
        {
            _writer.Line($"global::Mlp.NetworkWeights.SaveWeights<{_self}>(this, {name});");
        }

        _writer.Line();
    }

    private void WriteLoad(string parameter, string name, string text)
    {
        Summary("A network with the parameters of a safetensors file that holds this network's tensors.");
        Parameter(name, text);
        Doc("exception", " cref=\"global::Mlp.WeightFileException\"", "The file is none, or holds another network: its code and message say which.");
        using (_writer.Block($"public static {_self} Load({parameter})"))
        {
            _writer.Line($"{Real.Type}[] parameters = {WeightFile}.Load({name}, Description);");
            _writer.Line($"{_self} network = new {_self}();");
            _writer.Line("network.SetParameters(parameters);");
            _writer.Line("return network;");
        }

        _writer.Line();
    }
}
