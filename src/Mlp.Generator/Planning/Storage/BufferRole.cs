namespace Mlp.Generator.Planning.Storage;

/// <summary>What a region of scratch memory is for.</summary>
internal enum BufferRole
{
    /// <summary>The samples, transposed.</summary>
    Inputs,

    /// <summary>What a layer but the last hands on.</summary>
    Hidden,

    /// <summary>The logits, then their δ.</summary>
    Outputs,

    /// <summary>The derivatives of a layer's activation, where they are stored on the way forward.</summary>
    Slopes,

    /// <summary>The δ of a layer but the last.</summary>
    Errors,

    /// <summary>A layer's weights, transposed so that outputs stand side by side.</summary>
    WeightsByInput,

    /// <summary>A layer's weights, transposed so that inputs stand side by side.</summary>
    WeightsByOutput,

    /// <summary>What arrives at a layer that takes planes, where it did not leave the layer before as planes.</summary>
    Planes,

    /// <summary>What arrives at a layer that takes rows, where it left the layer before as planes.</summary>
    Rows,

    /// <summary>All positions of a convolution, of which a stride takes some.</summary>
    EveryPosition,

    /// <summary>The δ of a layer's results as planes, where it arrives in rows.</summary>
    PlaneErrors,

    /// <summary>The δ of a layer's results in rows, where it arrives as planes.</summary>
    RowErrors,

    /// <summary>What the values of a layer are multiplied with in training.</summary>
    Factors,

    /// <summary>The targets, transposed.</summary>
    Targets,

    /// <summary>The scratch of a gradient's chunks.</summary>
    Chunk,

    /// <summary>A gradient in the order of storage.</summary>
    Sum,
}
