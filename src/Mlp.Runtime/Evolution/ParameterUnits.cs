using System.Collections.Generic;

namespace Mlp.Evolution;

/// <summary>Which parameters belong together: those of one output of a dense layer, of one filter of a convolution, with its bias.</summary>
internal static class ParameterUnits
{
    /// <summary>The unit of each parameter in canonical order, counted from 0 through all layers.</summary>
    /// <param name="network">The network.</param>
    internal static int[] Of(NetworkDescription network)
    {
        var units = new List<int>();
        int first = 0;
        foreach (LayerDescription layer in network.Layers)
        {
            int next = first;
            foreach (TensorDescription tensor in layer.Tensors)
            {
                int rows = tensor.Extents[0];
                for (int index = 0; index < tensor.Count; index++)
                {
                    units.Add(first + (index / (tensor.Count / rows)));
                }

                next = int.Max(next, first + rows);
            }

            first = next;
        }

        return [.. units];
    }
}
