using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>What must hold for a window that goes over a sample.</summary>
/// <param name="place">Where the layer is written.</param>
/// <param name="kind">The kind of the layer.</param>
/// <param name="issues">Receives what is wrong.</param>
internal sealed class WindowRules(LayerPlace place, string kind, List<DeclarationIssue> issues)
{
    /// <summary>The window; null where it is wrong, or where it is not known what arrives.</summary>
    /// <param name="window">What is written.</param>
    /// <param name="arriving">The shape that arrives; null where a layer before is wrong.</param>
    /// <param name="isPool">Whether 0 is a stride: the length of the window.</param>
    public WindowModel? Judge(DeclaredWindow window, Shape? arriving, bool isPool)
    {
        bool isRight = true;
        for (int axis = 0; axis < window.Kernel.Count; axis++)
        {
            isRight &= LayerSizeRules.Check(window.Kernel[axis], "kernel length", place.Argument(window.FirstArgument + axis), issues);
        }

        isRight &= CheckStep("Stride", window.Stride, isPool ? 0 : 1) & CheckStep("Dilation", window.Dilation, 1);
        PaddingKind? padding = CheckPadding(window.Padding, arriving, isPool);
        if (arriving is null || !CheckPositions(arriving) || !isRight || !CheckAxes(window, arriving) || padding is not { } around)
        {
            return null;
        }

        int axes = arriving.Extents.Count - 1;
        int[] kernel = [.. window.Kernel.Select(taps => taps.Value.GetValueOrDefault())];
        int[] taps = kernel.Length == axes ? kernel : [.. Enumerable.Repeat(kernel[0], axes)];
        int stride = window.Stride.Value.GetValueOrDefault();
        return stride == 0 && taps.Distinct().Count() > 1
            ? Report(place.Whole, arriving, $"a window of {Shape.Of(taps).Spoken} needs a Stride, for its length is not the same along both axes")
            : CheckFit(new WindowModel(taps.ToEquatableArray(), stride == 0 ? taps[0] : stride, window.Dilation.Value.GetValueOrDefault(), around), window, arriving);
    }

    /// <summary>Whether a sample has positions: without a shape there are none.</summary>
    public bool CheckPositions(Shape arriving)
    {
        bool hasPositions = arriving.Extents.Count > 1;
        if (!hasPositions)
        {
            Report(place.Whole, arriving, "it goes along a length, or along height and width, and these values have neither");
        }

        return hasPositions;
    }

    private bool CheckAxes(DeclaredWindow window, Shape arriving)
    {
        int axes = arriving.Extents.Count - 1;
        bool isRight = window.Kernel.Count == 1 || window.Kernel.Count == axes;
        if (!isRight)
        {
            Report(place.Argument(window.FirstArgument + axes), arriving, $"its kernel has {LayerRules.Text(window.Kernel.Count)} lengths, and a sequence has one axis");
        }

        return isRight;
    }

    private WindowModel? CheckFit(WindowModel window, DeclaredWindow written, Shape arriving)
    {
        for (int axis = 0; axis < window.Kernel.Count; axis++)
        {
            // Storage, padding and offsets are counted by an int.
            if (window.Reach(axis) > Limits.MaxLayerSize || window.Positions(axis, arriving.Extents[axis]) < 1)
            {
                string reach = window.Dilation == 1 ? "" : $", which reaches over {LayerRules.Text(window.Reach(axis))},";
                int argument = System.Math.Min(axis, written.Kernel.Count - 1);
                return Report(place.Argument(written.FirstArgument + argument), arriving, $"its kernel of {LayerRules.Text(window.Kernel[axis])}{reach} is longer than the {LayerRules.Text(arriving.Extents[axis])} positions there are");
            }
        }

        return LayerSizeRules.CheckValues(window.Kernel.Select(taps => (long)taps), "number of taps", place.Argument(written.FirstArgument), issues) ? window : null;
    }

    private bool CheckStep(string name, LayerSize step, int least)
    {
        if (step.Value is not { } value)
        {
            return false;
        }

        bool isRight = value >= least && value <= Limits.MaxLayerSize;
        if (!isRight)
        {
            issues.Add(LayerRules.Issue(DiagnosticIds.ConstantOutOfRange, place.Option(name), name, LayerRules.Text(value), $"between {LayerRules.Text(least)} and {LayerRules.Text(Limits.MaxLayerSize)}"));
        }

        return isRight;
    }

    private PaddingKind? CheckPadding(NameArgument padding, Shape? arriving, bool isPool)
    {
        PaddingKind? kind = NameRules.Check("Padding", padding, KnownNames.Paddings, PaddingKind.Valid, place.Option("Padding"), issues);
        if (kind != PaddingKind.Causal || arriving is null || (!isPool && arriving.Extents.Count <= 2))
        {
            return kind;
        }

        Report(place.Option("Padding"), arriving, isPool ? "\"Causal\" is for convolutions alone" : "\"Causal\" is for sequences alone: an image has no before and after");
        return null;
    }

    private WindowModel? Report(IssueTarget target, Shape arriving, string reason)
    {
        issues.Add(LayerRules.Issue(DiagnosticIds.LayerDoesNotFit, target, kind, arriving.Spoken, reason));
        return null;
    }
}
