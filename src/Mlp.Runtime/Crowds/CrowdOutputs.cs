using System;
using System.Collections.Generic;
using System.Globalization;
using Mlp.CompilerServices;
using Mlp.Validation;

namespace Mlp.Crowds;

/// <summary>
/// What the outputs of a network become in the fields of a struct: numbers, numbers within a range, or choices. It is written once, output after output,
/// and scatters the outputs of a batch over an array of such structs as often as one likes.
/// </summary>
/// <typeparam name="TAgent">The struct of an agent: a creature, a car, a particle. It may have fields of any kind, references too.</typeparam>
/// <remarks>
/// Scattering allocates nothing. Choices are made as <see cref="ActionBranches"/> makes them. Where an agent may take none of the actions of a branch,
/// nothing is written at all.
/// </remarks>
public sealed class CrowdOutputs<TAgent>
    where TAgent : struct
{
    private readonly List<OutputColumn<TAgent>> _columns = [];

    // The bytes of fields that are written, and of those that are read as masks.
    private readonly List<(nint Start, nint End)> _written = [];
    private readonly List<(nint Start, nint End)> _masks = [];
    private int _branches;
    private bool _draws;

    /// <summary>The number of outputs so far: what the network's <see cref="IPredictor{TSelf}.OutputSize"/> must be.</summary>
    public int Count { get; private set; }

    /// <summary>The next output becomes a number of the agent: output · scale + offset.</summary>
    /// <param name="field">Which field: <c>(ref Creature c) =&gt; ref c.Thrust</c>.</param>
    /// <param name="scale">What it is multiplied by.</param>
    /// <param name="offset">What is added then.</param>
    /// <returns>This object, for the output after it.</returns>
    /// <exception cref="ArgumentException">It is no field of the struct itself, or another output has it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public CrowdOutputs<TAgent> Add(FieldOf<TAgent, float> field, float scale = 1, float offset = 0) =>
        Number(FieldOffset.Of(field), place => new ValueColumn<TAgent>(place, Hyperparameter.Finite(scale), Hyperparameter.Finite(offset)));

    /// <summary>The next output becomes a number of the agent within a range: it is clipped to -1 … 1, which becomes that range.</summary>
    /// <param name="field">Which field: <c>(ref Creature c) =&gt; ref c.Turn</c>.</param>
    /// <param name="range">The range.</param>
    /// <returns>This object, for the output after it.</returns>
    /// <exception cref="ArgumentException">It is no field of the struct itself, or another output has it.</exception>
    public CrowdOutputs<TAgent> Add(FieldOf<TAgent, float> field, ActionRange range) =>
        Number(FieldOffset.Of(field), place => new RangeColumn<TAgent>(place, range));

    /// <summary>The next outputs are not needed.</summary>
    /// <param name="count">How many.</param>
    /// <returns>This object, for the output after them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is less than one.</exception>
    public CrowdOutputs<TAgent> Skip(int count = 1) => Append(new SkippedColumn<TAgent>(Hyperparameter.AtLeast(count, 1)));

    /// <summary>The next outputs are a branch: the number of the largest becomes a field of the agent.</summary>
    /// <typeparam name="TField">An integer of 32 bits at most, or an enumeration.</typeparam>
    /// <param name="field">Which field: <c>(ref Creature c) =&gt; ref c.Action</c>.</param>
    /// <param name="actions">The number of outputs.</param>
    /// <returns>This object, for the output after them.</returns>
    /// <exception cref="ArgumentException">It is no field of the struct itself, or no such integer, or another output has it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no actions, or more than the field can tell apart.</exception>
    public CrowdOutputs<TAgent> AddChoice<TField>(FieldOf<TAgent, TField> field, int actions)
        where TField : unmanaged => Choice(field, actions, null, null);

    /// <summary>The next outputs are a branch: of those that the agent may take, the number of the largest becomes a field of it.</summary>
    /// <typeparam name="TField">An integer of 32 bits at most, or an enumeration.</typeparam>
    /// <typeparam name="TMask">An integer, or an enumeration of flags.</typeparam>
    /// <param name="field">Which field: <c>(ref Creature c) =&gt; ref c.Action</c>.</param>
    /// <param name="actions">The number of outputs.</param>
    /// <param name="allowed">The field whose bits say which actions may be taken: bit i is action i.</param>
    /// <returns>This object, for the output after them.</returns>
    /// <exception cref="ArgumentException">It is no field of the struct itself, or no such integer, or another output has it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no actions, or more than a field can tell apart.</exception>
    public CrowdOutputs<TAgent> AddChoice<TField, TMask>(FieldOf<TAgent, TField> field, int actions, FieldOf<TAgent, TMask> allowed)
        where TField : unmanaged
        where TMask : unmanaged => Choice(field, actions, Allowed(allowed, actions), null);

    /// <summary>The next outputs are a branch: one is drawn with the probabilities of their softmax, and its number becomes a field of the agent.</summary>
    /// <typeparam name="TField">An integer of 32 bits at most, or an enumeration.</typeparam>
    /// <param name="field">Which field: <c>(ref Creature c) =&gt; ref c.Action</c>.</param>
    /// <param name="actions">The number of outputs.</param>
    /// <param name="seed">What the draws follow from, with step, agent and output.</param>
    /// <param name="temperature">What logits are divided by: below 1 the likely ones become likelier. A finite number above 0.</param>
    /// <returns>This object, for the output after them.</returns>
    /// <exception cref="ArgumentException">It is no field of the struct itself, or no such integer, or another output has it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no actions, or more than the field can tell apart, or the temperature is out of its range.</exception>
    public CrowdOutputs<TAgent> AddDraw<TField>(FieldOf<TAgent, TField> field, int actions, ulong seed, double temperature = 1)
        where TField : unmanaged => Choice(field, actions, null, (seed, Hyperparameter.Positive(temperature)));

    /// <summary>The next outputs are a branch: of those that the agent may take, one is drawn with the probabilities of their softmax.</summary>
    /// <typeparam name="TField">An integer of 32 bits at most, or an enumeration.</typeparam>
    /// <typeparam name="TMask">An integer, or an enumeration of flags.</typeparam>
    /// <param name="field">Which field: <c>(ref Creature c) =&gt; ref c.Action</c>.</param>
    /// <param name="actions">The number of outputs.</param>
    /// <param name="allowed">The field whose bits say which actions may be taken: bit i is action i.</param>
    /// <param name="seed">What the draws follow from, with step, agent and output.</param>
    /// <param name="temperature">What logits are divided by: below 1 the likely ones become likelier. A finite number above 0.</param>
    /// <returns>This object, for the output after them.</returns>
    /// <exception cref="ArgumentException">It is no field of the struct itself, or no such integer, or another output has it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no actions, or more than a field can tell apart, or the temperature is out of its range.</exception>
    public CrowdOutputs<TAgent> AddDraw<TField, TMask>(FieldOf<TAgent, TField> field, int actions, FieldOf<TAgent, TMask> allowed, ulong seed, double temperature = 1)
        where TField : unmanaged
        where TMask : unmanaged => Choice(field, actions, Allowed(allowed, actions), (seed, Hyperparameter.Positive(temperature)));

    /// <summary>Writes what the outputs of every agent mean.</summary>
    /// <param name="outputs">A row of <see cref="Count"/> values for each agent.</param>
    /// <param name="agents">The agents.</param>
    /// <param name="step">Which step of the game it is: another one gives other draws. Only where something is drawn it must be given.</param>
    /// <exception cref="ArgumentException"><paramref name="outputs"/> has the wrong length or shares memory with the agents, or an agent may take none of the actions of a branch.</exception>
    /// <exception cref="InvalidOperationException">Something is drawn, and no step is given.</exception>
    public void Scatter(ReadOnlySpan<float> outputs, Span<TAgent> agents, long? step = null)
    {
        Require.BatchLength(outputs.Length, agents.Length, Count, nameof(outputs));
        StridedSpan.RequireApart<TAgent>(agents, outputs, nameof(outputs));
        AgentList list = AgentList.All(agents.Length);
        Check(agents, list, step);
        Scatter(outputs, agents, list, step ?? 0);
    }

    /// <summary>Writes what the outputs of some agents mean: row i is that of the agent <paramref name="indices"/>[i].</summary>
    /// <param name="outputs">A row of <see cref="Count"/> values for each index.</param>
    /// <param name="agents">The agents.</param>
    /// <param name="indices">Which of them: the living ones, for example. An agent that is named twice keeps what comes last.</param>
    /// <param name="step">Which step of the game it is: another one gives other draws. Only where something is drawn it must be given.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="outputs"/> has the wrong length or shares memory with the agents, there is no agent of an index, or an agent may take none of the actions of a branch.
    /// </exception>
    /// <exception cref="InvalidOperationException">Something is drawn, and no step is given.</exception>
    public void Scatter(ReadOnlySpan<float> outputs, Span<TAgent> agents, ReadOnlySpan<int> indices, long? step = null)
    {
        Require.BatchLength(outputs.Length, indices.Length, Count, nameof(outputs));
        StridedSpan.RequireApart<TAgent>(agents, outputs, nameof(outputs));
        AgentList list = AgentList.Some(indices, agents.Length);
        Check(agents, list, step);
        Scatter(outputs, agents, list, step ?? 0);
    }

    internal void Check(ReadOnlySpan<TAgent> agents, AgentList list, long? step)
    {
        if (_draws && step is null)
        {
            throw new InvalidOperationException("Actions are drawn here, and the same step draws the same actions again: say which step it is (step: tick).");
        }

        foreach (OutputColumn<TAgent> column in _columns)
        {
            column.Check(agents, list);
        }
    }

    internal void Scatter(ReadOnlySpan<float> outputs, Span<TAgent> agents, AgentList list, long step)
    {
        for (int first = 0; first < list.Count; first += AgentList.RowsAtOnce)
        {
            AgentList rows = list.Chunk(first);
            int output = 0;
            foreach (OutputColumn<TAgent> column in _columns)
            {
                column.Scatter(outputs[((first * Count) + output)..], Count, output, agents, rows, step);
                output += column.Width;
            }
        }
    }

    internal void RequireSize(int outputSize, string network)
    {
        if (Count != outputSize)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The crowd scatters {Count} outputs, but {network} has {outputSize}: add what is missing, Skip what is not needed, or take the network that fits."));
        }
    }

    private static AllowedActions<TAgent> Allowed<TMask>(FieldOf<TAgent, TMask> allowed, int actions)
        where TMask : unmanaged
    {
        var mask = new AllowedActions<TAgent>(FieldOffset.Of(allowed), IntegerField.Of<TMask>(mayBeLong: true), IntegerField.SizeOf<TMask>());
        RequireAtMost(actions, IntegerField.SizeOf<TMask>() * 8, "bits");
        return mask;
    }

    private static void RequireAtMost(long actions, long most, string what)
    {
        if (actions > most)
        {
            throw new ArgumentOutOfRangeException(
                nameof(actions),
                string.Create(CultureInfo.InvariantCulture, $"actions is {actions}, but the field has {most} {what}: take a larger field, or several branches."));
        }
    }

    private CrowdOutputs<TAgent> Choice<TField>(FieldOf<TAgent, TField> field, int actions, AllowedActions<TAgent>? allowed, (ulong Seed, double Temperature)? draw)
        where TField : unmanaged
    {
        nint offset = FieldOffset.Of(field);
        TypeCode type = IntegerField.Of<TField>(mayBeLong: false);
        Hyperparameter.AtLeast(actions, 1);
        RequireAtMost(actions, IntegerField.LargestOf(type) + 1, "numbers");
        (nint Start, nint End) bytes = (offset, offset + IntegerField.SizeOf<TField>());
        RequireFree(bytes, allowed?.Bytes);
        int branch = _branches;
        Append(type switch
        {
            TypeCode.Byte or TypeCode.SByte => new ChoiceColumn<TAgent, byte>(offset, actions, branch, allowed, draw),
            TypeCode.Int16 or TypeCode.UInt16 => new ChoiceColumn<TAgent, ushort>(offset, actions, branch, allowed, draw),
            _ => new ChoiceColumn<TAgent, int>(offset, actions, branch, allowed, draw),
        });
        _written.Add(bytes);
        if (allowed is not null)
        {
            _masks.Add(allowed.Bytes);
        }

        (_branches, _draws) = (branch + 1, _draws || draw is not null);
        return this;
    }

    private CrowdOutputs<TAgent> Number(nint offset, Func<nint, OutputColumn<TAgent>> column)
    {
        (nint Start, nint End) bytes = (offset, offset + sizeof(float));
        RequireFree(bytes, null);
        Append(column(offset));
        _written.Add(bytes);
        return this;
    }

    /// <summary>A field that is written belongs to one output, and no mask is read behind what is written.</summary>
    private void RequireFree((nint Start, nint End) written, (nint Start, nint End)? mask)
    {
        if (Meets(_written, written))
        {
            throw new ArgumentException("Another output has this field already: give each a field of its own, and Skip what is not needed.", "field");
        }

        if (Meets(_masks, written) || (mask is { } bits && (Meets(_written, bits) || Meets([written], bits))))
        {
            throw new ArgumentException("A field says which actions are allowed and is written as well: the mask would be gone. Keep masks in a field of their own.", "field");
        }
    }

    private static bool Meets(List<(nint Start, nint End)> fields, (nint Start, nint End) field) =>
        fields.Exists(other => other.Start < field.End && field.Start < other.End);

    private CrowdOutputs<TAgent> Append(OutputColumn<TAgent> column)
    {
        Count = ArrayLength.Of((long)Count + column.Width, "The outputs of an agent", "add fewer", "actions");
        _columns.Add(column);
        return this;
    }
}
