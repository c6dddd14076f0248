using System.Linq;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Operators;

/// <summary>Computed tensors that meet: layers are a chain, so there is a fault, and it says which.</summary>
internal static class Meetings
{
    /// <summary>Refuses a node two of whose inputs are computed.</summary>
    public static void RequireOne(NodeCall call, int left, int right)
    {
        if (call.Input(left) is Signal && call.Input(right) is Signal)
        {
            throw Of(call, left, right);
        }
    }

    /// <summary>Why two computed inputs cannot meet.</summary>
    public static Refusal Of(NodeCall call, params int[] inputs)
    {
        string[] sources = [.. inputs.Select(call.Input).OfType<Signal>().Select(static signal => signal.Chain.Source.Name).Distinct()];
        string[] names = [.. inputs.Where(input => call.Input(input) is Signal).Select(input => $"\"{call.Node.Inputs[input]}\"").Distinct()];
        string tensors = string.Join(" and ", names);
        return sources.Length > 1
            ? call.Refuse(OnnxFaultCode.SeveralInputs, $"joins what comes of the inputs {string.Join(" and ", sources.Select(static source => $"\"{source}\""))}; a network has one input")
            : call.Refuse(OnnxFaultCode.Branch, $"joins {(names.Length > 1 ? $"{tensors}, which are both computed, and together are no activation that is known" : $"{tensors} with itself, which is no activation that is known")}; layers are a chain");
    }
}
