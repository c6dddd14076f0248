namespace Mlp.Testing.Tests.Interpretation;

/// <summary>How the weights of a layer stand in storage.</summary>
public enum StorageOrder
{
    /// <summary>[in][out padded].</summary>
    ByInput,

    /// <summary>[out][in padded].</summary>
    ByOutput,

    /// <summary>One after the other, from layer to layer.</summary>
    Mixed,
}
