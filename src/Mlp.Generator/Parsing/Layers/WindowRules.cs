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

        int axes = arriving is null ? 0 : arriving.Extents.Count - 1;
        EquatableArray<int>? strides = new StepRules(place, issues).Check(window.Stride, axes);
        EquatableArray<int>? dilations = new StepRules(place, issues).Check(window.Dilation, axes);
        PaddingModel? padding = CheckPadding(window.Padding, arriving, axes, isPool);
        if (arriving is null || !CheckPositions(arriving) || !isRight || !CheckAxes(window, arriving) || strides is not { } steps || dilations is not { } spread || padding is null)
        {
            return null;
        }

        EquatableArray<int> taps = EachAxis(window.Kernel.Select(length => length.Value.GetValueOrDefault()).ToEquatableArray(), axes);
        bool standsBeside = steps.Count == 1 && steps[0] == 0;
        if (standsBeside && taps.Distinct().Count() > 1)
        {
            return Report(place.Whole, arriving, $"a window of {Shape.Of([.. taps]).Spoken} needs a Stride, for its length is not the same along both axes");
        }

        var model = new WindowModel(taps, standsBeside ? taps : EachAxis(steps, axes), EachAxis(spread, axes), padding);
        if ((isPool && !new PaddingRules(place, issues).CheckPool(model)) || !CheckFit(model, window, arriving, isPool))
        {
            return null;
        }

        return padding.Kind is not null ? model : WindowModel.Of(arriving, taps, model.Strides, model.Dilations, padding.Before, padding.After, isPool);
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

    private bool CheckFit(WindowModel window, DeclaredWindow written, Shape arriving, bool isPool)
    {
        for (int axis = 0; axis < window.Kernel.Count; axis++)
        {
            // Storage, padding and offsets are counted by an int.
            if (window.Reach(axis) > Limits.MaxLayerSize || window.Positions(axis, arriving.Extents[axis]) < 1)
            {
                string reach = window.Dilations[axis] == 1 ? "" : $", which reaches over {LayerRules.Text(window.Reach(axis))},";
                int argument = System.Math.Min(axis, written.Kernel.Count - 1);
                long there = arriving.Extents[axis] + (window.Padding.Kind is null ? (long)window.Padding.Before[axis] + window.Padding.After[axis] : 0);
                Report(place.Argument(written.FirstArgument + argument), arriving, $"its kernel of {LayerRules.Text(window.Kernel[axis])}{reach} is longer than the {LayerRules.Text(there)} positions there are{(there > arriving.Extents[axis] ? " with the padding" : "")}");
                return false;
            }
        }

        // What leaves a convolution is judged with its filters; a pool leaves more than arrives where it is padded.
        IEnumerable<long> positions = window.Kernel.Select((_, axis) => window.Positions(axis, arriving.Extents[axis]));
        return LayerSizeRules.CheckValues(window.Kernel.Select(taps => (long)taps), "number of taps", place.Argument(written.FirstArgument), issues)
            && (!isPool || LayerSizeRules.CheckValues(positions.Append(arriving.Channels), "number of values that leave", place.Whole, issues));
    }

    private static EquatableArray<int> EachAxis(EquatableArray<int> numbers, int axes) =>
        numbers.Count == axes ? numbers : Enumerable.Repeat(numbers[0], axes).ToEquatableArray();

    private PaddingModel? CheckPadding(NameArgument padding, Shape? arriving, int axes, bool isPool)
    {
        PaddingModel? around = new PaddingRules(place, issues).Check(padding, axes);
        if (around?.Kind != PaddingKind.Causal || arriving is null || (!isPool && axes <= 1))
        {
            return around;
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
