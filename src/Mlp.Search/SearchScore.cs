namespace Mlp.Searching;

/// <summary>What trials are ranked by, measured on the samples that were held out.</summary>
public enum SearchScore
{
    /// <summary>The network's own loss; less is better. All networks of the space must have the same loss.</summary>
    Loss,

    /// <summary>The part of samples whose label is predicted, 0 to 1; more is better. For data with labels.</summary>
    Accuracy,

    /// <summary>The coefficient of determination; more is better. For data with targets.</summary>
    R2,
}
