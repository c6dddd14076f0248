using System;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Mlp.Crowds;

/// <summary>Which integer a field is: its own type, or that below an enumeration.</summary>
internal static class IntegerField
{
    /// <summary>The integer's type.</summary>
    /// <param name="mayBeLong">Whether it may have 64 bits.</param>
    /// <exception cref="ArgumentException">It is none, or too long.</exception>
    internal static TypeCode Of<TField>(bool mayBeLong)
        where TField : unmanaged
    {
        TypeCode code = Type.GetTypeCode(typeof(TField));
        return code switch
        {
            TypeCode.Byte or TypeCode.SByte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 or TypeCode.UInt32 => code,
            TypeCode.Int64 or TypeCode.UInt64 when mayBeLong => code,
            _ => throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The field is a {typeof(TField).Name}, but must be an integer of {(mayBeLong ? 64 : 32)} bits at most, or an enumeration of them."),
                "field"),
        };
    }

    /// <summary>The bytes of an integer.</summary>
    internal static int SizeOf<TField>()
        where TField : unmanaged => Unsafe.SizeOf<TField>();

    /// <summary>The largest number that it holds.</summary>
    internal static long LargestOf(TypeCode type) => type switch
    {
        TypeCode.Byte => byte.MaxValue,
        TypeCode.SByte => sbyte.MaxValue,
        TypeCode.Int16 => short.MaxValue,
        TypeCode.UInt16 => ushort.MaxValue,
        _ => int.MaxValue,
    };
}
