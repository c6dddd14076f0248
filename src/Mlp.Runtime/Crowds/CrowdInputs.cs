using System;
using System.Collections.Generic;
using System.Globalization;
using Mlp.CompilerServices;
using Mlp.Validation;

namespace Mlp.Crowds;

/// <summary>
/// How the inputs of a network are made of the fields of a struct. It is written once, input after input, and gathers the inputs of an array of
/// such structs as often as one likes.
/// </summary>
/// <typeparam name="TAgent">The struct of an agent: a creature, a car, a particle. It may have fields of any kind, references too.</typeparam>
/// <remarks>Gathering allocates nothing, and may be done on several threads at once.</remarks>
public sealed class CrowdInputs<TAgent>
    where TAgent : struct
{
    private readonly List<InputColumn<TAgent>> _columns = [];

    /// <summary>The number of inputs so far: what the network's <see cref="IPredictor{TSelf}.InputSize"/> must be.</summary>
    public int Count { get; private set; }

    /// <summary>The next input is a number of the agent: field · scale + offset.</summary>
    /// <param name="field">Which field: <c>(ref Creature c) =&gt; ref c.Energy</c>.</param>
    /// <param name="scale">What it is multiplied by.</param>
    /// <param name="offset">What is added then.</param>
    /// <returns>This object, for the input after it.</returns>
    /// <exception cref="ArgumentException">It is no field of the struct itself.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public CrowdInputs<TAgent> Add(FieldOf<TAgent, float> field, float scale = 1, float offset = 0) =>
        Append(new NumberColumn<TAgent, float>(FieldOffset.Of(field), Hyperparameter.Finite(scale), Hyperparameter.Finite(offset)));

    /// <inheritdoc cref="Add(FieldOf{TAgent, float}, float, float)"/>
    public CrowdInputs<TAgent> Add(FieldOf<TAgent, int> field, float scale = 1, float offset = 0) =>
        Append(new NumberColumn<TAgent, int>(FieldOffset.Of(field), Hyperparameter.Finite(scale), Hyperparameter.Finite(offset)));

    /// <inheritdoc cref="Add(FieldOf{TAgent, float}, float, float)"/>
    public CrowdInputs<TAgent> Add(FieldOf<TAgent, byte> field, float scale = 1, float offset = 0) =>
        Append(new NumberColumn<TAgent, byte>(FieldOffset.Of(field), Hyperparameter.Finite(scale), Hyperparameter.Finite(offset)));

    /// <summary>The next input is 1 where the field is true, and 0 where it is not.</summary>
    /// <param name="field">Which field: <c>(ref Creature c) =&gt; ref c.IsHurt</c>.</param>
    /// <returns>This object, for the input after it.</returns>
    /// <exception cref="ArgumentException">It is no field of the struct itself.</exception>
    public CrowdInputs<TAgent> Add(FieldOf<TAgent, bool> field) => Append(new FlagColumn<TAgent>(FieldOffset.Of(field)));

    /// <summary>The next input is the same for every agent.</summary>
    /// <param name="value">What it is.</param>
    /// <returns>This object, for the input after it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite.</exception>
    public CrowdInputs<TAgent> AddConstant(float value) => Append(new ConstantColumn<TAgent>(Hyperparameter.Finite(value)));

    /// <summary>The next inputs are 0 but for one: the one whose number the field is, which is 1.</summary>
    /// <typeparam name="TField">An integer of 32 bits at most, or an enumeration.</typeparam>
    /// <param name="field">Which field: <c>(ref Creature c) =&gt; ref c.Kind</c>.</param>
    /// <param name="count">The number of inputs. The field must be from 0 to count - 1: gathering refuses any other number.</param>
    /// <returns>This object, for the input after them.</returns>
    /// <exception cref="ArgumentException">It is no field of the struct itself, or no such integer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no inputs.</exception>
    public CrowdInputs<TAgent> AddOneHot<TField>(FieldOf<TAgent, TField> field, int count)
        where TField : unmanaged
    {
        nint offset = FieldOffset.Of(field);
        Hyperparameter.AtLeast(count, 1);
        return Append(IntegerField.Of<TField>(mayBeLong: false) switch
        {
            TypeCode.Byte => new OneHotColumn<TAgent, byte>(offset, count),
            TypeCode.SByte => new OneHotColumn<TAgent, sbyte>(offset, count),
            TypeCode.Int16 => new OneHotColumn<TAgent, short>(offset, count),
            TypeCode.UInt16 => new OneHotColumn<TAgent, ushort>(offset, count),
            TypeCode.UInt32 => new OneHotColumn<TAgent, uint>(offset, count),
            _ => new OneHotColumn<TAgent, int>(offset, count),
        });
    }

    /// <summary>Writes the inputs of every agent.</summary>
    /// <param name="agents">The agents.</param>
    /// <param name="inputs">Receives a row of <see cref="Count"/> values for each agent.</param>
    /// <exception cref="ArgumentException"><paramref name="inputs"/> has the wrong length or shares memory with the agents, or a field that says one of some says none of them.</exception>
    public void Gather(ReadOnlySpan<TAgent> agents, Span<float> inputs)
    {
        Require.BatchLength(inputs.Length, agents.Length, Count, nameof(inputs));
        StridedSpan.RequireApart(agents, inputs, nameof(inputs));
        AgentList list = AgentList.All(agents.Length);
        Check(agents, list);
        Gather(agents, list, inputs);
    }

    /// <summary>Writes the inputs of some agents: row i is that of the agent <paramref name="indices"/>[i].</summary>
    /// <param name="agents">The agents.</param>
    /// <param name="indices">Which of them: the living ones, for example.</param>
    /// <param name="inputs">Receives a row of <see cref="Count"/> values for each index.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="inputs"/> has the wrong length or shares memory with the agents, there is no agent of an index, or a field that says one of some says none of them.
    /// </exception>
    public void Gather(ReadOnlySpan<TAgent> agents, ReadOnlySpan<int> indices, Span<float> inputs)
    {
        Require.BatchLength(inputs.Length, indices.Length, Count, nameof(inputs));
        StridedSpan.RequireApart(agents, inputs, nameof(inputs));
        AgentList list = AgentList.Some(indices, agents.Length);
        Check(agents, list);
        Gather(agents, list, inputs);
    }

    internal void Check(ReadOnlySpan<TAgent> agents, AgentList list)
    {
        foreach (InputColumn<TAgent> column in _columns)
        {
            column.Check(agents, list);
        }
    }

    internal void Gather(ReadOnlySpan<TAgent> agents, AgentList list, Span<float> inputs)
    {
        for (int first = 0; first < list.Count; first += AgentList.RowsAtOnce)
        {
            AgentList rows = list.Chunk(first);
            int column = first * Count;
            foreach (InputColumn<TAgent> inputColumn in _columns)
            {
                inputColumn.Gather(agents, rows, inputs[column..], Count);
                column += inputColumn.Width;
            }
        }
    }

    internal void RequireSize(int inputSize, string network)
    {
        if (Count != inputSize)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The crowd gathers {Count} inputs, but {network} has {inputSize}: add what is missing, or take the network that fits."));
        }
    }

    private CrowdInputs<TAgent> Append(InputColumn<TAgent> column)
    {
        Count = ArrayLength.Of((long)Count + column.Width, "The inputs of an agent", "add fewer", "count");
        _columns.Add(column);
        return this;
    }
}
