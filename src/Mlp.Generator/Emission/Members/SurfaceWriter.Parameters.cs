using Mlp.Generator.Emission.Text;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission.Members;

/// <summary>The members that move parameters in and out.</summary>
internal sealed partial class SurfaceWriter
{
    private const string Weights = "global::Mlp.NetworkWeights";
    private const string Stream = "global::System.IO.Stream";
    private const string IOException = "System.IO.IOException";

    private void WriteExport()
    {
        Doc.Summary($"Copies all {Formulas.Count(model.ParameterCount, "parameter")} out: {model.ParameterShapes()}.")
            .Parameter("destination", $"Receives {Formulas.Count(model.ParameterCount, "value")}.")
            .ThrowsArgument("The span has the wrong length.");
        using (Member($"{Access} void CopyParametersTo", $"{Floats} destination"))
        {
            _writer.Line($"{Require}.Length(destination.Length, ParameterCount, \"destination\");");
            Call("", "Export", model.IsFrozen ? EmittedFields.Weights : EmittedFields.Parameters + ".Span", "destination");
        }

        _writer.Line();
    }

    private void WriteParameters()
    {
        Doc.Summary($"Replaces all {Formulas.Count(model.ParameterCount, "parameter")}: {model.ParameterShapes()}{(_remembers ? $"; {Rememberer} forgets nothing" : "")}.")
            .Parameter("source", $"{Formulas.Count(model.ParameterCount, "value")}.")
            .ThrowsArgument("The span has the wrong length.");
        using (Giving("public void SetParameters", $"{ReadOnlyFloats} source"))
        {
            _writer.Line($"{Require}.Length(source.Length, ParameterCount, \"source\");");
            WriteAllocation();
            Call("", "Import", "source", EmittedFields.Parameters + ".Span");
        }

        _writer.Line();
        if (model.Trains)
        {
            WriteClone();
        }
    }

    private void WriteClone()
    {
        Doc.Summary($"An independent copy of all {Formulas.Count(model.ParameterCount, "parameter")}{(_remembers ? $", with what {Rememberer} remembers" : "")}.")
            .Returns("The copy.");
        using (Member(model.Type.IsRecord ? $"{_self} global::Mlp.INetwork<{_self}>.Clone" : $"public {_self} Clone"))
        {
            _writer.Line(model.Type.IsValueType ? $"{_self} clone = this;" : $"{_self} clone = ({_self})MemberwiseClone();");
            _writer.Line($"clone.{EmittedFields.Parameters} = {EmittedFields.Parameters}.Copy();");
            _writer.Line($"clone.{EmittedFields.Slice} = null;");
            _writer.Line($"clone.{EmittedFields.Schema} = {EmittedFields.Schema}.Copy();");
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
        WriteSave("string", "path", "The file: written beside it, then renamed over it; a save that fails leaves it as it was.");
        WriteSave(Stream, "stream", "Receives the file; stays open.");
        if (model.IsConstructible)
        {
            WriteLoad("string", "path", "The file.");
            WriteLoad(Stream, "stream", "Holds the file from its position to its end; stays open.");
        }
    }

    private void WriteSave(string type, string name, string text)
    {
        DocComment comment = Doc.Summary($"Saves all {Formulas.Count(model.ParameterCount, "parameter")} as safetensors, named and laid out as PyTorch has them.")
            .Parameter(name, text);
        ThrowsOfFiles(comment, type, "written");
        using (Member("public void Save", $"{type} {name}"))
        {
            _writer.Line($"{Weights}.SaveWeights<{_self}>(this, {name});");
        }

        _writer.Line();
    }

    private void WriteLoad(string type, string name, string text)
    {
        DocComment comment = Doc.Summary($"A network with the {Formulas.Count(model.ParameterCount, "parameter")} of a safetensors file that holds this network's tensors.")
            .Parameter(name, text)
            .Returns("The network.")
            .Throws("Mlp.WeightFileException", "The file is none, or holds another network: its code and message say which.");
        ThrowsOfFiles(comment, type, "read");
        _writer.List($"public static {_self} Load", [$"{type} {name}"]);
        using (_writer.Braces())
        {
            _writer.Line($"{_self} network = new {_self}();");
            _writer.Line($"{Weights}.LoadWeights<{_self}>(network, {name});");
            _writer.Line("return network;");
        }

        _writer.Line();
    }

    /// <summary>What a path or a stream may throw.</summary>
    private static void ThrowsOfFiles(DocComment comment, string type, string done)
    {
        if (type == Stream)
        {
            comment.ThrowsArgument($"The stream is null, or cannot be {done}.").Throws(IOException, "The stream's own.");
            return;
        }

        comment.ThrowsArgument("The path is null or empty.")
            .Throws(IOException, $"The file cannot be {done}.")
            .Throws("System.UnauthorizedAccessException", $"The file may not be {done}.");
    }
}
