using System.Text.Json;

namespace Mlp.Serialization;

/// <summary>What is known of the element types: their names and their sizes.</summary>
internal static class ElementTypes
{
    private static readonly (string Name, ElementType Type)[] Names =
    [
        ("F32", ElementType.F32),
        ("F16", ElementType.F16),
        ("BF16", ElementType.BF16),
        ("F64", ElementType.F64),
        ("BOOL", ElementType.Bits8),
        ("U8", ElementType.Bits8),
        ("I8", ElementType.Bits8),
        ("U16", ElementType.Bits16),
        ("I16", ElementType.Bits16),
        ("U32", ElementType.Bits32),
        ("I32", ElementType.Bits32),
        ("U64", ElementType.Bits64),
        ("I64", ElementType.Bits64),
        ("C64", ElementType.Bits64),
        ("F8_E5M2", ElementType.Bits8),
        ("F8_E4M3", ElementType.Bits8),
        ("F8_E8M0", ElementType.Bits8),
        ("F6_E2M3", ElementType.Bits6),
        ("F6_E3M2", ElementType.Bits6),
        ("F4", ElementType.Bits4),
    ];

    /// <summary>The type that a string of the header names; the case of letters counts.</summary>
    internal static ElementType Parse(in Utf8JsonReader value)
    {
        foreach ((string name, ElementType type) in Names)
        {
            if (value.ValueTextEquals(name))
            {
                return type;
            }
        }

        return ElementType.Unknown;
    }

    /// <summary>Whether weights of a type are read.</summary>
    internal static bool IsRead(ElementType type, bool allowDouble) =>
        type is ElementType.F32 or ElementType.F16 or ElementType.BF16 || (type == ElementType.F64 && allowDouble);

    /// <summary>The bits of an element of a known type.</summary>
    internal static int Bits(ElementType type) => type switch
    {
        ElementType.Bits4 => 4,
        ElementType.Bits6 => 6,
        ElementType.Bits8 => 8,
        ElementType.F16 or ElementType.BF16 or ElementType.Bits16 => 16,
        ElementType.F32 or ElementType.Bits32 => 32,
        _ => 64,
    };
}
