using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>What must hold for what stands around a sample: a name that is known, or numbers for its axes.</summary>
/// <param name="place">Where the layer is written.</param>
/// <param name="issues">Receives what is wrong.</param>
internal sealed class PaddingRules(LayerPlace place, List<DeclarationIssue> issues)
{
    /// <summary>The padding, with numbers for each axis where it has any; null where it is wrong.</summary>
    /// <param name="padding">What is written.</param>
    /// <param name="axes">The axes of what arrives; 0 where they are not known.</param>
    public PaddingModel? Check(NameArgument padding, int axes)
    {
        if (PaddingText.Read(padding) is not { } text)
        {
            return NameRules.Check("Padding", padding, KnownNames.Paddings, PaddingKind.Valid, place.Option("Padding"), issues) is { } kind ? kind : (PaddingModel?)null;
        }

        (int Before, int After)?[] read = [.. text.Axes.Select(PaddingText.Numbers)];
        int unread = System.Array.FindIndex(read, axis => axis is null);
        if (unread >= 0)
        {
            return Report("an axis of Padding", $"\"{MessageText.Shorten(text.Axes[unread])}\"", "a whole number for both sides, or one before and one after");
        }

        (int Before, int After)[] all = [.. read.Select(axis => axis.GetValueOrDefault())];
        int[] outside = [.. all.SelectMany(axis => new[] { axis.Before, axis.After }).Where(number => number is < 0 or > Limits.MaxLayerSize)];
        if (outside.Length > 0)
        {
            return Report("Padding", LayerRules.Text(outside[0]), $"between 0 and {LayerRules.Text(Limits.MaxLayerSize)}");
        }

        if (axes > 0 && all.Length > 1 && all.Length != axes)
        {
            return Report("the number of axes of Padding", LayerRules.Text(all.Length), axes == 1 ? "1" : $"1 for all axes, or {LayerRules.Text(axes)}");
        }

        (int Before, int After)[] each = all.Length == 1 ? [.. Enumerable.Repeat(all[0], System.Math.Max(axes, 1))] : all;
        return new PaddingModel(null, each.Select(axis => axis.Before).ToEquatableArray(), each.Select(axis => axis.After).ToEquatableArray());
    }

    /// <summary>Whether every window of a pool sees something: a padding is shorter than they are.</summary>
    /// <param name="window">The window.</param>
    public bool CheckPool(WindowModel window)
    {
        for (int axis = 0; axis < window.Padding.Before.Count; axis++)
        {
            int most = System.Math.Max(window.Padding.Before[axis], window.Padding.After[axis]);
            if (most >= window.Kernel[axis])
            {
                Report("Padding", LayerRules.Text(most), $"below {LayerRules.Text(window.Kernel[axis])}, the length of the window: else a window sees nothing of the sample");
                return false;
            }
        }

        return true;
    }

    private PaddingModel? Report(string noun, string found, string must)
    {
        issues.Add(LayerRules.Issue(DiagnosticIds.ConstantOutOfRange, place.Option("Padding"), noun, found, must));
        return null;
    }
}
