using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;

namespace Mlp.Generator.Planning;

/// <summary>Brings the weights of a file into the order of storage. Numbers stay the digits they are.</summary>
internal static class StoredWeights
{
    /// <summary>All of the storage, from its first float to its last.</summary>
    public static IReadOnlyList<StoredBlock> For(CompiledWeights weights)
    {
        var blocks = new List<StoredBlock>();
        StoragePlan storage = StoragePlan.For(weights.Layers);
        for (int index = 0; index < storage.Layers.Count; index++)
        {
            DenseStorage layer = storage.Layers[index];
            LayerValues values = weights.Values[index];
            bool byInput = layer.Order == WeightOrder.ByInput;
            string rows = byInput ? "an input" : "an output";
            blocks.Add(new StoredBlock($"layer {index + 1}, weights: a row for {rows}", WeightRows(layer, values)));
            blocks.Add(new StoredBlock($"layer {index + 1}, biases", [Padded(LayerValues.Split(values.Biases))]));
        }

        return blocks;
    }

    private static List<StoredRow> WeightRows(DenseStorage layer, LayerValues values)
    {
        string[] numbers = LayerValues.Split(values.Weights);
        bool byInput = layer.Order == WeightOrder.ByInput;
        int rows = byInput ? layer.Inputs : layer.Outputs;
        int columns = byInput ? layer.Outputs : layer.Inputs;

        // A file by input and storage by input have the same rows.
        bool sameRows = byInput == values.Transposed;
        return [.. Enumerable.Range(0, rows).Select(row => Padded(
            Enumerable.Range(0, columns).Select(column => numbers[sameRows ? (row * columns) + column : (column * rows) + row])))];
    }

    private static StoredRow Padded(IEnumerable<string> values)
    {
        string[] row = [.. values];
        return new StoredRow(row, Lanes.Pad(row.Length, PlanBudget.StorageLanes) - row.Length);
    }
}

/// <summary>A stretch of the storage that has one meaning.</summary>
/// <param name="Description">The meaning.</param>
/// <param name="Rows">The rows in order.</param>
internal sealed record StoredBlock(string Description, IReadOnlyList<StoredRow> Rows);

/// <summary>A row of the storage.</summary>
/// <param name="Values">The numbers, in digits.</param>
/// <param name="Padding">The zeros that follow.</param>
internal sealed record StoredRow(IReadOnlyList<string> Values, int Padding);
