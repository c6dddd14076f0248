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
            for (int agent = 0; agent < Agents; agent += Square)
            {
                ref float from = ref Unsafe.Add(ref rows, (agent * size) + value);
                Turn(
                    Vector128.LoadUnsafe(ref from),
                    Vector128.LoadUnsafe(ref Unsafe.Add(ref from, size)),
                    Vector128.LoadUnsafe(ref Unsafe.Add(ref from, 2 * size)),
                    Vector128.LoadUnsafe(ref Unsafe.Add(ref from, 3 * size)),
                    ref Unsafe.Add(ref lanes, (value * Agents) + agent),
                    Square);
            }
        }

        if (value == size)
        {
            return;
        }

        int rest = size - value;
        ref float last = ref Unsafe.Add(ref rows, value);
        for (int agent = 0; agent < Agents - Square; agent += Square)
        {
            Turn(
                Vector128.LoadUnsafe(ref last),
                Vector128.LoadUnsafe(ref Unsafe.Add(ref last, size)),
                Vector128.LoadUnsafe(ref Unsafe.Add(ref last, 2 * size)),
                Vector128.LoadUnsafe(ref Unsafe.Add(ref last, 3 * size)),
                ref Unsafe.Add(ref lanes, (value * Agents) + agent),
                rest);
            last = ref Unsafe.Add(ref last, Square * size);
        }

        Turn(
            VectorLanes.LoadFirst128(ref last, rest),
            VectorLanes.LoadFirst128(ref Unsafe.Add(ref last, size), rest),
            VectorLanes.LoadFirst128(ref Unsafe.Add(ref last, 2 * size), rest),
            VectorLanes.LoadFirst128(ref Unsafe.Add(ref last, 3 * size), rest),
            ref Unsafe.Add(ref lanes, (value * Agents) + Agents - Square),
            rest);
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

    /// <summary>Four rows of up to four values, as lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d, ref float lanes, int values)
    {
        VectorLanes.Transpose(a, b, c, d, out Vector128<float> first, out Vector128<float> second, out Vector128<float> third, out Vector128<float> fourth);
        first.StoreUnsafe(ref lanes);
        if (values > 1)
        {
            second.StoreUnsafe(ref Unsafe.Add(ref lanes, Agents));
        }

        if (values > 2)
        {
            third.StoreUnsafe(ref Unsafe.Add(ref lanes, 2 * Agents));
        }

        if (values > 3)
        {
            fourth.StoreUnsafe(ref Unsafe.Add(ref lanes, 3 * Agents));
        }
    }
}
