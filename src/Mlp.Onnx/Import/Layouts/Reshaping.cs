using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Layouts;

/// <summary>Reshape: the same values in the same order, with other dimensions.</summary>
internal static class Reshaping
{
    /// <summary>The layout of other dimensions.</summary>
    /// <param name="layout">The layout now.</param>
    /// <param name="target">The dimensions, which may have −1 once; 0 is resolved.</param>
    /// <returns>The layout; null where the values do not fit, or samples would mix.</returns>
    public static Layout? Of(Layout layout, IReadOnlyList<SymbolicInteger> target)
    {
        Axis[] axes = [.. layout.Dimensions.SelectMany(static dimension => dimension)];
        Axis? batch = axes.Where(static axis => axis.IsBatch).Select(static axis => (Axis?)axis).FirstOrDefault();
        int inferred = target.Select(static (item, index) => (item, index)).Where(static pair => pair.item is { Factor: -1, HasBatch: false }).Select(static pair => pair.index + 1).FirstOrDefault() - 1;
        if (target.Where((item, index) => index != inferred).Any(static item => item.Factor < 1))
        {
            return null;
        }

        long known = 1;
        foreach (SymbolicInteger item in target.Where((_, index) => index != inferred))
        {
            known = known > int.MaxValue ? known : known * item.Factor;
        }

        bool isNamed = target.Any(static item => item.HasBatch);

        // Of a batch of any size that no dimension has room for, the file means one sample: it was written down with one.
        bool isOpen = batch is { Extent: 0 } && (isNamed || (inferred >= 0 && !(inferred > 0 && target[0].Factor == 1)));
        if (isNamed && !isOpen)
        {
            return null;
        }

        bool isOne = batch is not { } samples || (samples.Extent == 1) || (samples.Extent == 0 && !isOpen);
        long total = layout.Size * (long)(isOne || isOpen ? 1 : batch!.Value.Extent);
        if (inferred >= 0 && total % known != 0)
        {
            return null;
        }

        long rest = inferred >= 0 ? total / known : 1;
        if (known * rest != total)
        {
            return null;
        }

        var wanted = target.Select((item, index) => index == inferred ? new SymbolicInteger(rest, isOpen && !isNamed) : item).ToList();
        return isOne ? WithoutBatch(axes, wanted, batch) : Walk(axes, wanted);
    }

    private static Layout? WithoutBatch(IEnumerable<Axis> axes, List<SymbolicInteger> wanted, Axis? batch)
    {
        Layout? layout = Walk([.. axes.Where(static axis => !axis.IsBatch)], wanted);
        return layout is not null && batch is { } samples && layout.Rank > 0 && wanted[0].Factor == 1
            ? layout.With(layout.Dimensions.Skip(1).Prepend([samples]))
            : layout;
    }

    /// <summary>Takes axes one after the other into the dimensions that are wanted, and divides an axis where a dimension ends inside it.</summary>
    private static Layout? Walk(Axis[] axes, List<SymbolicInteger> wanted)
    {
        var rest = new LinkedList<Axis>(axes);
        var dimensions = new List<List<Axis>>();
        foreach (SymbolicInteger item in wanted)
        {
            var taken = new List<Axis>();
            long missing = item.Factor;
            bool wantsBatch = item.HasBatch;
            while (missing > 1 || wantsBatch)
            {
                if (rest.First is not { Value: var axis })
                {
                    return null;
                }

                rest.RemoveFirst();
                if (axis.IsOpenBatch)
                {
                    if (!wantsBatch)
                    {
                        return null;
                    }

                    wantsBatch = false;
                    taken.Add(axis);
                }
                else if (missing % axis.Extent == 0)
                {
                    missing /= axis.Extent;
                    taken.Add(axis);
                }
                else if (!axis.IsBatch && missing > 1 && axis.Extent % missing == 0)
                {
                    int inner = (int)(axis.Extent / missing);
                    taken.Add(new Axis((int)missing, axis.Stride * inner));
                    rest.AddFirst(new Axis(inner, axis.Stride));
                    missing = 1;
                }
                else
                {
                    return null;
                }
            }

            dimensions.Add(taken);
        }

        return rest.Count == 0 ? Layout.Of(dimensions) : null;
    }
}
