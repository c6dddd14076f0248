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
        nint offset = In(ref probe, field);

        // What follows from the fields of an agent is another place where they have other numbers.
        bool isFixed = true;
        if (!RuntimeHelpers.IsReferenceOrContainsReferences<TAgent>())
        {
            Unsafe.InitBlockUnaligned(ref Unsafe.As<TAgent, byte>(ref probe), 1, (uint)Unsafe.SizeOf<TAgent>());
            isFixed = In(ref probe, field) == offset;
        }

        // The place of an element of an array, or of a static field, is not the same in every agent.
        return isFixed && offset >= 0 && offset <= Unsafe.SizeOf<TAgent>() - Unsafe.SizeOf<TField>()
            ? offset
            : throw Refusal<TAgent>(null);
    }

    private static nint In<TAgent, TField>(ref TAgent probe, FieldOf<TAgent, TField> field)
        where TAgent : struct
        where TField : unmanaged
    {
        try
        {
            return Unsafe.ByteOffset(ref Unsafe.As<TAgent, byte>(ref probe), ref Unsafe.As<TField, byte>(ref field(ref probe)));
        }
        catch (Exception fault) when (fault is NullReferenceException or IndexOutOfRangeException or ArgumentException)
        {
            // The probe has no object, and no array, that a field of another place could be in.
            throw Refusal<TAgent>(fault);
        }
    }

    private static ArgumentException Refusal<TAgent>(Exception? fault) => new(
        $"The field is no part of {typeof(TAgent).Name} itself, always the same one: return a field of the struct, such as (ref {typeof(TAgent).Name} agent) => ref agent.Speed, not an element of an array, a field of an object or a static field, and no choice between fields.",
        "field",
        fault);
}
