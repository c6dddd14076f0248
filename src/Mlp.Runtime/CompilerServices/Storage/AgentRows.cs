using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

/// <summary>The samples of a block of agents: a row each where they come from, a lane each where they are computed.</summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version. Nothing is checked, and nothing outside of what the caller gave is
/// touched. In a whole block all but the last rows may be read and written in whole vectors: what is read too far is not used, and what is written
/// too far is written again.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AgentRows
{
    private const int Agents = PopulationKernel.BlockAgents;

    // Agents and values that are turned around together, in registers.
    private const int Square = 4;

    /// <summary>Rows become lanes; lanes without an agent are zero.</summary>
    /// <param name="rows">The values, agent after agent.</param>
    /// <param name="size">The values of an agent.</param>
    /// <param name="lanes">Receives value after value, of each those of all agents.</param>
    /// <param name="agents">The agents that there are.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void ToLanes(ref float rows, int size, ref float lanes, int agents)
    {
        if (agents < Agents)
        {
            LaneColumns.Clear(ref lanes, Agents, size, agents, Agents);
            Transposition.Copy(ref rows, size, ref lanes, Agents, agents, size);
            return;
        }

        int value = 0;
        for (; value <= size - Square; value += Square)
        {
            ref float from = ref Unsafe.Add(ref rows, value);
            Turn(ref from, size, out Vector128<float> a0, out Vector128<float> b0, out Vector128<float> c0, out Vector128<float> d0);
            Turn(ref Unsafe.Add(ref from, Square * size), size, out Vector128<float> a1, out Vector128<float> b1, out Vector128<float> c1, out Vector128<float> d1);
            Turn(ref Unsafe.Add(ref from, 2 * Square * size), size, out Vector128<float> a2, out Vector128<float> b2, out Vector128<float> c2, out Vector128<float> d2);
            Turn(ref Unsafe.Add(ref from, 3 * Square * size), size, out Vector128<float> a3, out Vector128<float> b3, out Vector128<float> c3, out Vector128<float> d3);
            ref float to = ref Unsafe.Add(ref lanes, value * Agents);
            StoreLine(ref to, a0, a1, a2, a3);
            StoreLine(ref Unsafe.Add(ref to, Agents), b0, b1, b2, b3);
            StoreLine(ref Unsafe.Add(ref to, 2 * Agents), c0, c1, c2, c3);
            StoreLine(ref Unsafe.Add(ref to, 3 * Agents), d0, d1, d2, d3);
        }

        if (value < size)
        {
            ReadRest(ref Unsafe.Add(ref rows, value), size, ref Unsafe.Add(ref lanes, value * Agents), size - value);
        }
    }

    /// <summary>Lanes become rows.</summary>
    /// <param name="lanes">Value after value, of each those of all agents.</param>
    /// <param name="rows">Receives the values, agent after agent.</param>
    /// <param name="size">The values of an agent.</param>
    /// <param name="agents">The agents that there are.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void FromLanes(ref float lanes, ref float rows, int size, int agents)
    {
        if (agents < Agents)
        {
            Transposition.Copy(ref lanes, Agents, ref rows, size, size, agents);
            return;
        }

        // Values past the last whole vector come first: what they write into the row behind is written again.
        int whole = size - (size % Square);
        if (whole < size)
        {
            WriteRest(ref Unsafe.Add(ref lanes, whole * Agents), ref Unsafe.Add(ref rows, whole), size, size - whole);
        }

        for (int value = 0; value < whole; value += Square)
        {
            for (int agent = 0; agent < Agents; agent += Square)
            {
                Columns(ref Unsafe.Add(ref lanes, (value * Agents) + agent), Square, out Vector128<float> first, out Vector128<float> second, out Vector128<float> third, out Vector128<float> fourth);
                ref float to = ref Unsafe.Add(ref rows, (agent * size) + value);
                first.StoreUnsafe(ref to);
                second.StoreUnsafe(ref Unsafe.Add(ref to, size));
                third.StoreUnsafe(ref Unsafe.Add(ref to, 2 * size));
                fourth.StoreUnsafe(ref Unsafe.Add(ref to, 3 * size));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteRest(ref float lanes, ref float rows, int size, int rest)
    {
        for (int agent = 0; agent < Agents; agent += Square)
        {
            Columns(ref lanes, rest, out Vector128<float> first, out Vector128<float> second, out Vector128<float> third, out Vector128<float> fourth);
            if (agent < Agents - Square)
            {
                first.StoreUnsafe(ref rows);
                second.StoreUnsafe(ref Unsafe.Add(ref rows, size));
                third.StoreUnsafe(ref Unsafe.Add(ref rows, 2 * size));
                fourth.StoreUnsafe(ref Unsafe.Add(ref rows, 3 * size));
            }
            else
            {
                VectorLanes.StoreFirst(first, ref rows, rest);
                VectorLanes.StoreFirst(second, ref Unsafe.Add(ref rows, size), rest);
                VectorLanes.StoreFirst(third, ref Unsafe.Add(ref rows, 2 * size), rest);
                VectorLanes.StoreFirst(fourth, ref Unsafe.Add(ref rows, 3 * size), rest);
            }

            rows = ref Unsafe.Add(ref rows, Square * size);
            lanes = ref Unsafe.Add(ref lanes, Square);
        }
    }

    /// <summary>Four agents of up to four values, as rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Columns(
        ref float lanes, int values, out Vector128<float> first, out Vector128<float> second, out Vector128<float> third, out Vector128<float> fourth) => VectorLanes.Transpose(
        Vector128.LoadUnsafe(ref lanes),
        values > 1 ? Vector128.LoadUnsafe(ref Unsafe.Add(ref lanes, Agents)) : Vector128<float>.Zero,
        values > 2 ? Vector128.LoadUnsafe(ref Unsafe.Add(ref lanes, 2 * Agents)) : Vector128<float>.Zero,
        values > 3 ? Vector128.LoadUnsafe(ref Unsafe.Add(ref lanes, 3 * Agents)) : Vector128<float>.Zero,
        out first,
        out second,
        out third,
        out fourth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ReadRest(ref float rows, int size, ref float lanes, int rest)
    {
        Turn(ref rows, size, out Vector128<float> a0, out Vector128<float> b0, out Vector128<float> c0, out _);
        Turn(ref Unsafe.Add(ref rows, Square * size), size, out Vector128<float> a1, out Vector128<float> b1, out Vector128<float> c1, out _);
        Turn(ref Unsafe.Add(ref rows, 2 * Square * size), size, out Vector128<float> a2, out Vector128<float> b2, out Vector128<float> c2, out _);
        ref float last = ref Unsafe.Add(ref rows, 3 * Square * size);
        VectorLanes.Transpose(
            VectorLanes.LoadFirst128(ref last, rest),
            VectorLanes.LoadFirst128(ref Unsafe.Add(ref last, size), rest),
            VectorLanes.LoadFirst128(ref Unsafe.Add(ref last, 2 * size), rest),
            VectorLanes.LoadFirst128(ref Unsafe.Add(ref last, 3 * size), rest),
            out Vector128<float> a3,
            out Vector128<float> b3,
            out Vector128<float> c3,
            out _);
        StoreLine(ref lanes, a0, a1, a2, a3);
        if (rest > 1)
        {
            StoreLine(ref Unsafe.Add(ref lanes, Agents), b0, b1, b2, b3);
        }

        if (rest > 2)
        {
            StoreLine(ref Unsafe.Add(ref lanes, 2 * Agents), c0, c1, c2, c3);
        }
    }

    /// <summary>Four agents of four values, as lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(
        ref float rows, int size, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c, out Vector128<float> d) => VectorLanes.Transpose(
        Vector128.LoadUnsafe(ref rows),
        Vector128.LoadUnsafe(ref Unsafe.Add(ref rows, size)),
        Vector128.LoadUnsafe(ref Unsafe.Add(ref rows, 2 * size)),
        Vector128.LoadUnsafe(ref Unsafe.Add(ref rows, 3 * size)),
        out a,
        out b,
        out c,
        out d);

    /// <summary>
    /// A line of all agents, in vectors as wide as kernels load: one that spans several stores would wait until these are in the cache, and no block
    /// could begin before the one before it is done.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreLine(ref float line, Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512.Create(Vector256.Create(a, b), Vector256.Create(c, d)).StoreUnsafe(ref line);
            return;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            Vector256.Create(a, b).StoreUnsafe(ref line);
            Vector256.Create(c, d).StoreUnsafe(ref Unsafe.Add(ref line, 2 * Square));
            return;
        }

        a.StoreUnsafe(ref line);
        b.StoreUnsafe(ref Unsafe.Add(ref line, Square));
        c.StoreUnsafe(ref Unsafe.Add(ref line, 2 * Square));
        d.StoreUnsafe(ref Unsafe.Add(ref line, 3 * Square));
    }
}
