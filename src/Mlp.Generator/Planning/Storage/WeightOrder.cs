namespace Mlp.Generator.Planning.Storage;

/// <summary>How a layer's weights stand in storage.</summary>
internal enum WeightOrder
{
    /// <summary>[in][out padded]: one input's weights side by side, so that outputs fill the lanes.</summary>
    ByInput,

    /// <summary>[out][in padded]: one output's weights side by side, so that inputs fill the lanes.</summary>
    ByOutput,

    /// <summary>
    /// [out / p][in][p]: by input, but only p outputs side by side, and their weights of all inputs behind one another. What a pass over
    /// p outputs reads is one stretch of memory.
    /// </summary>
    InPanels,
}
