using System;
using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>
/// What a training remembers from step to step beside the parameters: moments of an optimizer in the order of the network's storage, taken on the
/// first step, the number of its steps, and which masks come next. It goes with the parameters: copies of a struct that share these share it too.
/// </summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OptimizerState
{
    private AlignedBuffer _moments;
    private double _remainder1;
    private double _remainder2;
    private long _steps;

    // What masks follow from, of a network that draws any.
    private bool _drawsMasks;
    private ulong _seed;
    private long _taken;

    /// <summary>That of a network that draws no masks, before its first step.</summary>
    public OptimizerState()
    {
    }

    /// <summary>That of a network that draws masks, before its first step.</summary>
    /// <param name="seed">The seed that its parameters were drawn with.</param>
    public OptimizerState(ulong seed) => Restart(seed);

    /// <summary>How far the optimizer is, of which only one that corrects a bias counts, and which masks come next.</summary>
    public OptimizerProgress Progress
    {
        get => (_steps == 0 ? default : new OptimizerProgress(_steps, _remainder1, _remainder2)) with { Masks = _drawsMasks ? new MaskProgress(_seed, _taken) : null };
        set
        {
            (_steps, _remainder1, _remainder2) = (value.Steps, value.Remainder1, value.Remainder2);

            // Where nothing is known of masks they begin anew, with the seed that there is.
            MaskProgress masks = value.Masks ?? new MaskProgress(_seed, 0);
            (_seed, _taken) = _drawsMasks ? (masks.Seed, masks.Steps) : default;
        }
    }

    /// <summary>The masks of the step to come, of a network that draws any.</summary>
    public DropoutMasks Masks => new(_seed, _taken);

    /// <summary>The moments as far as there are any: none before the first step.</summary>
    public ReadOnlySpan<float> Remembered => _moments.Span;

    /// <summary>The moments, zero at first.</summary>
    /// <param name="floats">The floats of all moments together, the same in every call.</param>
    public ref float Moments(int floats)
    {
        _moments.Ensure(floats);
        return ref _moments.Start;
    }

    /// <summary>
    /// Counts a step of Adam. The moments start at zero, so that after t steps they hold only 1 − βᵗ of what they are means
    /// of: the step makes up for it.
    /// </summary>
    /// <param name="learningRate">The step size α.</param>
    /// <param name="beta1">The decay of the first moment.</param>
    /// <param name="beta2">The decay of the second.</param>
    public OptimizerStep CountStep(float learningRate, double beta1, double beta2)
    {
        // β multiplied up: a power a step would be a tenth of a tiny network's step.
        _remainder1 = _steps == 0 ? beta1 : Decay(_remainder1, beta1);
        _remainder2 = _steps == 0 ? beta2 : Decay(_remainder2, beta2);
        _steps++;

        // A finite rate stays one: ∞ times a gradient of 0 would be NaN.
        float size = (float)Math.Min(learningRate / (1 - _remainder1), float.MaxValue);
        return new OptimizerStep(learningRate, size, (float)(1 / Math.Sqrt(1 - _remainder2)));
    }

    // One does not notice less than half of its last place; going on would end among subnormal numbers, which are slow.
    private static double Decay(double remainder, double beta) => remainder < 1e-20 ? 0 : remainder * beta;

    /// <summary>Counts a step of a network that draws masks: the next one has others.</summary>
    public void CountMasks() => _taken++;

    /// <summary>Forgets all, for parameters of a network with masks that are drawn anew: the next step is the first, and its masks are the first of the seed.</summary>
    /// <param name="seed">The seed that the parameters are drawn with.</param>
    public void Restart(ulong seed)
    {
        Clear();
        (_drawsMasks, _seed, _taken) = (true, seed, 0);
    }

    /// <summary>Forgets what the optimizer remembers: its next step is its first. Masks do not begin again.</summary>
    public void Clear()
    {
        _moments.Span.Clear();
        _steps = 0;
    }

    /// <summary>An independent copy.</summary>
    public OptimizerState Copy() => new()
    {
        _moments = _moments.IsAllocated ? _moments.Copy() : default,
        _remainder1 = _remainder1,
        _remainder2 = _remainder2,
        _steps = _steps,
        _drawsMasks = _drawsMasks,
        _seed = _seed,
        _taken = _taken,
    };
}
