namespace Mlp.Plots;

/// <summary>How a <see cref="LossPlot"/> spaces its losses.</summary>
public enum LossScale
{
    /// <summary>Equal differences are equally far apart.</summary>
    Linear,

    /// <summary>Equal quotients are equally far apart. A loss of 0 or less has no place and leaves a gap.</summary>
    Logarithmic,
}
