using System;
using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>
/// What an optimizer remembers from step to step: moments in the order of the network's storage, taken on the first step,
/// and the number of steps. It goes with the parameters: copies of a struct that share these share it too.
/// </summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OptimizerState
{
    private AlignedBuffer _moments;
    private double _remainder1;
    private double _remainder2;
    private long _steps;

    /// <summary>How far the optimizer is; only one that corrects a bias counts.</summary>
    public OptimizerProgress Progress
    {
        get => _steps == 0 ? default : new(_steps, _remainder1, _remainder2);
        set => (_steps, _remainder1, _remainder2) = (value.Steps, value.Remainder1, value.Remainder2);
    }

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

    /// <summary>Forgets all: the next step is the first.</summary>
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
    };
}
