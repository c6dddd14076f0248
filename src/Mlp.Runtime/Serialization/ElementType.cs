namespace Mlp.Serialization;

/// <summary>The element types of the format, under its own names.</summary>
internal enum ElementType : byte
{
    /// <summary>None of them.</summary>
    Unknown,

    /// <summary>IEEE binary32: what is written.</summary>
    F32,

    /// <summary>IEEE binary16, read exactly.</summary>
    F16,

    /// <summary>The upper half of a binary32, read exactly.</summary>
    BF16,

    /// <summary>IEEE binary64, read on request.</summary>
    F64,

    /// <summary>A type that weights do not have, of 4 bits.</summary>
    Bits4,

    /// <summary>A type that weights do not have, of 6 bits.</summary>
    Bits6,

    /// <summary>A type that weights do not have, of 8 bits.</summary>
    Bits8,

    /// <summary>A type that weights do not have, of 16 bits.</summary>
    Bits16,

    /// <summary>A type that weights do not have, of 32 bits.</summary>
    Bits32,

    /// <summary>A type that weights do not have, of 64 bits.</summary>
    Bits64,
}
