namespace Mlp;

/// <summary>What is wrong with a weight file: the first of its faults in the order of reading.</summary>
public enum WeightFileError
{
    /// <summary>Fewer than the 8 bytes that a file begins with.</summary>
    TooShort,

    /// <summary>The file is larger than 256 MiB.</summary>
    TooLarge,

    /// <summary>The header is larger than 1 MiB.</summary>
    HeaderTooLarge,

    /// <summary>The header is longer than what follows in the file.</summary>
    HeaderPastEnd,

    /// <summary>The first bytes are those of another format: the message names it.</summary>
    NotSafetensors,

    /// <summary>The header is not UTF-8.</summary>
    BadHeaderUtf8,

    /// <summary>The header is not JSON, or not the JSON of a safetensors file.</summary>
    BadHeaderJson,

    /// <summary>
    /// The <c>__metadata__</c> of the header is not an object of strings, or class names, a scaler or a canary in it are not what
    /// this library writes.
    /// </summary>
    BadMetadata,

    /// <summary>A key occurs twice in the header.</summary>
    DuplicateKey,

    /// <summary>The header describes more than 4,096 tensors.</summary>
    TooManyTensors,

    /// <summary>The element type of a tensor is none of the format's.</summary>
    BadDType,

    /// <summary>The element type of a tensor is known, but not read.</summary>
    UnsupportedDType,

    /// <summary>A tensor has more than 8 dimensions.</summary>
    RankTooLarge,

    /// <summary>The dimensions of a tensor multiply to more than 2⁶³.</summary>
    ShapeOverflow,

    /// <summary>A tensor ends before it begins.</summary>
    BadOffsets,

    /// <summary>The bytes of a tensor are not as many as its shape and element type need.</summary>
    SizeMismatch,

    /// <summary>Bytes before a tensor belong to none.</summary>
    Gap,

    /// <summary>Two tensors share bytes.</summary>
    Overlap,

    /// <summary>The file ends before its last tensor does.</summary>
    Truncated,

    /// <summary>Bytes follow the last tensor.</summary>
    TrailingData,

    /// <summary>The file is from a network of other sizes, activations or loss, or does not say. Only where that is asked for.</summary>
    NetworkMismatch,

    /// <summary>The optimizer's state is that of another optimizer. Only where it is asked for.</summary>
    OptimizerMismatch,

    /// <summary>A tensor of the network is not in the file.</summary>
    MissingTensor,

    /// <summary>A tensor in the file is not of the network.</summary>
    UnexpectedTensor,

    /// <summary>A tensor has another shape than in the network.</summary>
    ShapeMismatch,

    /// <summary>Class names, a scaler or the canary of the file are not those of a network of these sizes.</summary>
    MetadataMismatch,

    /// <summary>A value is NaN or infinite, or a mean of squares that an optimizer remembers is below zero.</summary>
    NonFinite,
}
