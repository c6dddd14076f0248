using System.Collections.Generic;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import.Elements;
using Mlp.Onnx.Import.Layers;

namespace Mlp.Onnx.Import;

/// <summary>What all nodes of a graph share while they are looked at.</summary>
internal sealed class ImportContext
{
    // Numbers that are written anew: a file of some kilobytes must not ask for hours.
    private const long MostNumbers = 1L << 28;

    private long _numbers;

    /// <summary>For a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="allowDouble">Whether float64 and integers are taken as floats.</param>
    public ImportContext(OnnxGraph graph, bool allowDouble)
    {
        (Graph, AllowsDouble) = (graph, allowDouble);
        KeepsApart = graph.Producer == "Mlp" || graph.Producer.StartsWith("Mlp ", System.StringComparison.Ordinal);
        Expressions = new ExpressionBuilder(KeepsApart);
        Patterns = new ActivationPatterns(Expressions);
        Chains = new ChainBuilder(KeepsApart, Spend);
    }

    /// <summary>The graph.</summary>
    public OnnxGraph Graph { get; }

    /// <summary>Whether float64 and integers are taken as floats.</summary>
    public bool AllowsDouble { get; }

    /// <summary>Whether the file is one of our own: nothing is folded, so that a network comes back as it was.</summary>
    public bool KeepsApart { get; }

    /// <summary>Makes formulas of values.</summary>
    public ExpressionBuilder Expressions { get; }

    /// <summary>Knows activations that are spelled with several operators.</summary>
    public ActivationPatterns Patterns { get; }

    /// <summary>Puts layers behind each other.</summary>
    public ChainBuilder Chains { get; }

    /// <summary>The names of the classes, by the layers that end in their probabilities.</summary>
    public Dictionary<LayerChain, IReadOnlyList<string>> ClassNames { get; } = [];

    /// <summary>Counts numbers that are about to be written anew.</summary>
    /// <exception cref="Refusal">They are too many.</exception>
    public void Spend(long numbers)
    {
        _numbers += numbers;
        if (_numbers > MostNumbers)
        {
            throw new Refusal(OnnxFaultCode.TooLarge, "The constants of the file, computed and transposed, are more than 268 million numbers.");
        }
    }
}
