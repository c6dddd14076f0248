using System;
using System.Runtime.CompilerServices;

namespace Mlp.Crowds;

/// <summary>Where a field stands in its struct: found once, with a struct of our own, so that no agent is touched.</summary>
internal static class FieldOffset
{
    /// <summary>The bytes before the field.</summary>
    /// <param name="field">What names it.</param>
    /// <exception cref="ArgumentException">It is no field of the struct itself.</exception>
    internal static nint Of<TAgent, TField>(FieldOf<TAgent, TField> field)
        where TAgent : struct
        where TField : unmanaged
    {
        ArgumentNullException.ThrowIfNull(field);
        TAgent probe = default;
        nint offset = Unsafe.ByteOffset(ref Unsafe.As<TAgent, byte>(ref probe), ref Unsafe.As<TField, byte>(ref field(ref probe)));

        // The place of an element of an array, or of a static field, is not the same in every agent.
        return offset >= 0 && offset <= Unsafe.SizeOf<TAgent>() - Unsafe.SizeOf<TField>()
            ? offset
            : throw new ArgumentException(
                $"The field is no part of {typeof(TAgent).Name} itself: return a field of the struct, such as (ref {typeof(TAgent).Name} agent) => ref agent.Speed, not an element of an array or a static field.",
                nameof(field));
    }
}
