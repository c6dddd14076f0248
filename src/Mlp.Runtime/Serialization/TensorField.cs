namespace Mlp.Serialization;

/// <summary>The fields of a tensor in the header.</summary>
internal enum TensorField
{
    /// <summary>One that the format does not know.</summary>
    Unknown,

    /// <summary>The element type.</summary>
    Type,

    /// <summary>The dimensions.</summary>
    Shape,

    /// <summary>Where its bytes begin and end.</summary>
    Offsets,
}
