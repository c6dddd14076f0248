namespace Mlp.Searching;

/// <summary>Which scaler is fitted, on the samples to learn from of each fold and on no others.</summary>
public enum SearchScaler
{
    /// <summary>None: the numbers stay as they are.</summary>
    None,

    /// <summary>A <see cref="Mlp.Training.StandardScaler"/>: mean 0, deviation 1.</summary>
    Standard,

    /// <summary>A <see cref="Mlp.Training.MinMaxScaler"/>: 0 to 1.</summary>
    MinMax,
}
