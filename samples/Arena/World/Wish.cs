namespace Mlp.Samples;

/// <summary>The outputs of a brain.</summary>
internal enum Wish
{
    /// <summary>1 turns to the right as far as a step allows, −1 to the left.</summary>
    Turn,

    /// <summary>−1 stands still, 1 is full effort.</summary>
    Effort,
}
