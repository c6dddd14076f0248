using System;

namespace Mlp.CompilerServices;

/// <summary>What one sample should give: a target for each output, or the number of its class.</summary>
internal readonly ref struct SampleTarget
{
    private readonly ReadOnlySpan<float> _targets;

    /// <summary>A target for each output.</summary>
    internal SampleTarget(ReadOnlySpan<float> targets)
    {
        _targets = targets;
        Label = -1;
    }

    /// <summary>The number of a class.</summary>
    internal SampleTarget(int label) => Label = label;

    /// <summary>The class; −1 where there are targets.</summary>
    internal int Label { get; }

    /// <summary>Whether the class is told and not the targets.</summary>
    internal bool IsLabel => Label >= 0;

    /// <summary>The target of one output of several: of a class, 1 for it and 0 for the others.</summary>
    internal float OneHot(int output) => !IsLabel ? _targets[output] : output == Label ? 1 : 0;

    /// <summary>The target of one output by itself: of a class of two, which have one output, its number.</summary>
    internal float Number(int output) => IsLabel ? Label : _targets[output];
}
