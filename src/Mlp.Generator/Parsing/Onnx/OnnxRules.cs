using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Parsing.Files;
using Mlp.Validation;

namespace Mlp.Generator.Parsing.Onnx;

/// <summary>What must hold for an ONNX file, and for the tensor of it that is meant.</summary>
/// <param name="reference">Which network of which file is meant.</param>
/// <param name="issues">Receives what is wrong.</param>
internal sealed class OnnxRules(OnnxReference reference, List<DeclarationIssue> issues)
{
    /// <summary>More would hide the one that is meant.</summary>
    private const int MostListed = 12;

    /// <summary>As far as a slip of the keys goes.</summary>
    private const int NearDistance = 2;

    private readonly string _shown = MessageText.Shorten(reference.File.Text);

    /// <summary>The network; null where there is none, or it is not known which.</summary>
    /// <param name="files">The ONNX files of the project.</param>
    public FoundNetwork? Find(EquatableArray<OnnxSource> files)
    {
        if (reference.File.State != NameArgumentState.Given || reference.Output.State == NameArgumentState.NotAConstant)
        {
            ReportNames();
            return null;
        }

        if (FileRules.Find(files, OnnxSourceParser.Extension, reference.File.Text, OnnxReference.FileTarget, issues) is not { } source)
        {
            return null;
        }

        if (source.Fault is { } fault)
        {
            Report(OnnxDiagnostics.IdOf(fault.Code), OnnxReference.FileTarget, fault.Message);
            return null;
        }

        OnnxSourceOutput? output = reference.Output.State == NameArgumentState.Given ? Named(source, reference.Output.Text) : Only(source);
        if (output?.Fault is { } refusal)
        {
            Report(OnnxDiagnostics.IdOf(refusal.Code), reference.OutputTarget, refusal.Message);
        }

        return output?.Network is { } network ? new FoundNetwork(source, output, network) : null;
    }

    /// <summary>Whether layers and numbers may be compiled in.</summary>
    /// <param name="found">The network.</param>
    public bool CheckSize(FoundNetwork found)
    {
        EquatableArray<LayerModel> layers = found.Network.Layers;
        if (!WeightRules.CheckCount(NetworkSizeRules.ParametersOf(layers), OnnxReference.FileTarget, issues))
        {
            return false;
        }

        if (layers.FirstOrDefault(layer => Math.Max(layer.Inputs, layer.Outputs) > Limits.MaxLayerSize) is { } wide)
        {
            Report(DiagnosticIds.OnnxTooLarge, OnnxReference.FileTarget, $"Its {wide.Kind} layer from {wide.Input} to {wide.Output} has more than the {Numeral.Grouped(Limits.MaxLayerSize)} values that a layer may have.");
            return false;
        }

        return true;
    }

    /// <summary>
    /// The arguments that are names with the activation that the network ends in: the file's own, or the one that is put behind it, for which the file must end in none.
    /// </summary>
    /// <param name="names">The arguments.</param>
    /// <param name="found">The network; null where there is none, and nothing can be said of its loss.</param>
    public NameArguments WithOutput(NameArguments names, FoundNetwork? found)
    {
        if (found is null)
        {
            return names with { Loss = NameArgument.Omitted };
        }

        ActivationModel own = found.Network.Output;
        bool isPutBehind = names.Output.State is not (NameArgumentState.Omitted or NameArgumentState.Null);
        if (isPutBehind && own != ActivationKind.Identity)
        {
            issues.Add(Issue(DiagnosticIds.OnnxOutputActivation, IssueTarget.NamedArgument(OnnxReference.OutputActivation), null, _shown, own.ToString()));
        }

        return isPutBehind ? names : names with { Output = new NameArgument(NameArgumentState.Given, own.ToString()) };
    }

    /// <summary>What is compiled in; null where the numbers are not those that the layers need.</summary>
    /// <param name="model">The network.</param>
    /// <param name="found">Where it was found.</param>
    /// <param name="issues">Receives what is wrong.</param>
    public static CompiledWeights? WeightsOf(NetworkModel model, FoundNetwork found, List<DeclarationIssue> issues)
    {
        TensorValues[] values = [.. found.Network.Tensors.Select(tensor => found.Source.Tensors[tensor])];
        TensorModel[] tensors = [.. found.Network.Layers.SelectMany(layer => layer.Tensors)];
        if (tensors.Where((tensor, index) => !values[index].AreNumbers(tensor.Shape.Size)).Any())
        {
            issues.Add(Issue(DiagnosticIds.OnnxNotRead, OnnxReference.FileTarget, null, model.Weights ?? "", "The text of the file is damaged: build anew."));
            return null;
        }

        return new CompiledWeights(model.Type, model.Weights ?? "", model.Layers, values.ToEquatableArray(), EquatableArray<string>.Empty) { IsDeterministic = model.IsDeterministic };
    }

    private void ReportNames()
    {
        if (reference.File.State is NameArgumentState.NotAConstant or NameArgumentState.Null)
        {
            issues.Add(Issue(DiagnosticIds.NameNotConstant, OnnxReference.FileTarget, null, "The file", "file"));
        }

        if (reference.Output.State == NameArgumentState.NotAConstant)
        {
            issues.Add(Issue(DiagnosticIds.NameNotConstant, IssueTarget.NamedArgument(nameof(OnnxReference.Output)), null, "Output", "tensor"));
        }
    }

    private OnnxSourceOutput? Named(OnnxSource source, string name)
    {
        if (source.Outputs.FirstOrDefault(output => output.Name == name) is { } output)
        {
            return output;
        }

        string? nearest = source.Outputs.Select(other => (other.Name, Distance: EditDistance.Between(other.Name, name))).Where(other => other.Distance <= NearDistance)
            .OrderBy(other => other.Distance).Select(other => other.Name).FirstOrDefault();
        string advice = nearest is null ? "Its tensors are " + Listed(source.Outputs) : $"Did you mean '{MessageText.Shorten(nearest)}'?";
        issues.Add(Issue(DiagnosticIds.OnnxNoSuchOutput, IssueTarget.NamedArgument(nameof(OnnxReference.Output)), nearest, _shown, $"No tensor '{MessageText.Shorten(name)}' is computed in it. {advice}"));
        return null;
    }

    /// <summary>The output where none is named: the only one, or the same network by several names.</summary>
    private OnnxSourceOutput? Only(OnnxSource source)
    {
        OnnxSourceOutput[] final = [.. source.Outputs.Where(output => output.IsFinal)];
        if (final.Length == 0)
        {
            Report(DiagnosticIds.OnnxNoSuchOutput, OnnxReference.FileTarget, "It has no output that is computed from an input.");
            return null;
        }

        if (final.Length > 1 && final.Any(output => output.Network is null || !output.Network.Equals(final[0].Network)))
        {
            issues.Add(Issue(DiagnosticIds.OnnxSeveralOutputs, OnnxReference.FileTarget, null, _shown, Numeral.Grouped(final.Length), Listed(final), MessageText.Shorten((final.FirstOrDefault(output => output.Network is not null) ?? final[0]).Name)));
            return null;
        }

        return final[0];
    }

    private static string Listed(IReadOnlyCollection<OnnxSourceOutput> outputs) =>
        string.Join(", ", outputs.Take(MostListed).Select(output => $"'{MessageText.Shorten(output.Name)}' {output.Shape}")) + (outputs.Count > MostListed ? " …" : "");

    private void Report(string id, IssueTarget target, string message) => issues.Add(Issue(id, target, null, _shown, message));

    private static DeclarationIssue Issue(string id, IssueTarget target, string? fix, params string[] arguments) => new(id, target, arguments.ToEquatableArray(), fix);
}
