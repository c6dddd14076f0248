namespace Mlp.Generator.Planning.Steps;

/// <summary>Why a layer of a single sample is a loop and not written out.</summary>
internal enum LoopReason
{
    /// <summary>The network has so many different layers that its text is kept short.</summary>
    ManyLayers,

    /// <summary>The layer has more operations than are written out.</summary>
    LargeLayer,

    /// <summary>With the layers that are written out before it, it has more operations than one method may hold.</summary>
    FullMethod,

    /// <summary>With the activations before it, it has more operations than the JIT inlines into one method.</summary>
    ManyActivations,

    /// <summary>It goes over the values in memory, one by one.</summary>
    Elements,

    /// <summary>Its weights stand in panels.</summary>
    Panels,

    /// <summary>A test wants it.</summary>
    Forced,
}
