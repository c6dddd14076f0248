using System;
using System.Globalization;
using System.Runtime.InteropServices;
using Mlp.CompilerServices;
using Mlp.Validation;

namespace Mlp.Crowds;

/// <summary>
/// The choices that an agent makes at once, and which outputs they are made of: with branches of 3 and 2 actions, outputs 0 to 2 are the first
/// choice and outputs 3 and 4 the second.
/// </summary>
/// <remarks>
/// The outputs are logits: the network ends in <see cref="Activation.Identity"/>. <see cref="Choose(ReadOnlySpan{float}, Span{int})"/> takes the largest
/// output of each branch, and of equals the first. <see cref="Draw(ReadOnlySpan{float}, Span{int}, ulong, long, double)"/> takes an action with the
/// probability that the softmax of its branch gives it. An output that is NaN is taken only where all allowed ones are NaN. A branch of which nothing
/// is allowed is refused before anything is written. Nothing is allocated, all calls may run on several threads at once, and what is chosen is the same on every
/// hardware, as long as the outputs are.
/// </remarks>
public sealed class ActionBranches
{
    private readonly int[] _sizes;
    private readonly bool _isMaskable = true;

    /// <summary>Branches, in the order of the outputs.</summary>
    /// <param name="sizes">The number of actions of each branch, 1 or more.</param>
    /// <exception cref="ArgumentException">There are no branches, or too many outputs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A branch has no actions.</exception>
    public ActionBranches(params ReadOnlySpan<int> sizes)
    {
        if (sizes.IsEmpty)
        {
            throw new ArgumentException("There are no branches, but an agent makes one choice or more.", nameof(sizes));
        }

        _sizes = sizes.ToArray();
        foreach (int size in sizes)
        {
            Outputs = ArrayLength.Of((long)Outputs + Hyperparameter.AtLeast(size, 1, nameof(sizes)), "The actions of all branches", "take fewer", nameof(sizes));
            _isMaskable &= size <= ActionChoice.MostMasked;
        }
    }

    /// <summary>The number of branches: how many choices an agent makes.</summary>
    public int Count => _sizes.Length;

    /// <summary>The number of outputs that they are made of.</summary>
    public int Outputs { get; }

    /// <summary>The number of actions of a branch.</summary>
    /// <param name="branch">Which branch, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such branch.</exception>
    public int SizeOf(int branch) => (uint)branch < (uint)Count
        ? _sizes[branch]
        : throw new ArgumentOutOfRangeException(nameof(branch), FormattableString.Invariant($"There is no branch {branch}: the {Count} branches are counted from 0."));

    /// <summary>Every agent takes the action with the largest output of each branch.</summary>
    /// <param name="outputs">A row of <see cref="Outputs"/> values for each agent.</param>
    /// <param name="actions">Receives a row of <see cref="Count"/> actions for each agent, each counted from 0 in its branch.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or the spans overlap.</exception>
    public void Choose(ReadOnlySpan<float> outputs, Span<int> actions) => Choose(outputs, default, actions, null);

    /// <summary>Every agent takes the action with the largest output of each branch among those that it may take.</summary>
    /// <param name="outputs">A row of <see cref="Outputs"/> values for each agent.</param>
    /// <param name="allowed">A row of <see cref="Count"/> masks for each agent: bit i says whether action i of the branch may be taken.</param>
    /// <param name="actions">Receives a row of <see cref="Count"/> actions for each agent, each counted from 0 in its branch.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or an agent may take none of a branch.</exception>
    /// <exception cref="InvalidOperationException">A branch has more than 64 actions.</exception>
    public void Choose(ReadOnlySpan<float> outputs, ReadOnlySpan<ulong> allowed, Span<int> actions)
    {
        RequireMasks(outputs, allowed);
        Choose(outputs, allowed, actions, null);
    }

    /// <summary>Every agent draws an action of each branch, with the probabilities of the branch's softmax.</summary>
    /// <param name="outputs">A row of <see cref="Outputs"/> logits for each agent.</param>
    /// <param name="actions">Receives a row of <see cref="Count"/> actions for each agent, each counted from 0 in its branch.</param>
    /// <param name="seed">What the draws follow from, with the step, the agent and the output: the same again gives the same actions.</param>
    /// <param name="step">Which step of the game it is. Another one gives other draws.</param>
    /// <param name="temperature">What logits are divided by: below 1 the likely ones become likelier. A finite number above 0.</param>
    /// <exception cref="ArgumentException">A span has the wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is out of its range.</exception>
    public void Draw(ReadOnlySpan<float> outputs, Span<int> actions, ulong seed, long step, double temperature = 1) =>
        Choose(outputs, default, actions, new DrawOptions(seed, step, Hyperparameter.Positive(temperature)));

    /// <summary>Every agent draws an action of each branch among those that it may take, with the probabilities of their softmax.</summary>
    /// <param name="outputs">A row of <see cref="Outputs"/> logits for each agent.</param>
    /// <param name="allowed">A row of <see cref="Count"/> masks for each agent: bit i says whether action i of the branch may be taken.</param>
    /// <param name="actions">Receives a row of <see cref="Count"/> actions for each agent, each counted from 0 in its branch.</param>
    /// <param name="seed">What the draws follow from, with the step, the agent and the output: the same again gives the same actions.</param>
    /// <param name="step">Which step of the game it is. Another one gives other draws.</param>
    /// <param name="temperature">What logits are divided by: below 1 the likely ones become likelier. A finite number above 0.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or an agent may take none of a branch.</exception>
    /// <exception cref="InvalidOperationException">A branch has more than 64 actions.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is out of its range.</exception>
    public void Draw(ReadOnlySpan<float> outputs, ReadOnlySpan<ulong> allowed, Span<int> actions, ulong seed, long step, double temperature = 1)
    {
        RequireMasks(outputs, allowed);
        Choose(outputs, allowed, actions, new DrawOptions(seed, step, Hyperparameter.Positive(temperature)));
    }

    /// <summary>Makes masks of bits of a truth value for each output.</summary>
    /// <param name="allowed">A row of <see cref="Outputs"/> values for each agent: whether the action may be taken.</param>
    /// <param name="masks">Receives a row of <see cref="Count"/> masks for each agent.</param>
    /// <exception cref="ArgumentException">A span has the wrong length.</exception>
    /// <exception cref="InvalidOperationException">A branch has more than 64 actions.</exception>
    public void Pack(ReadOnlySpan<bool> allowed, Span<ulong> masks)
    {
        RequireMaskable();
        int agents = Require.Samples(allowed.Length, Outputs, nameof(allowed));
        Require.BatchLength(masks.Length, agents, Count, nameof(masks));
        for (int index = 0, output = 0; index < masks.Length; index++)
        {
            ulong mask = 0;
            for (int action = 0; action < _sizes[index % Count]; action++)
            {
                mask |= allowed[output++] ? 1UL << action : 0;
            }

            masks[index] = mask;
        }
    }

    private void Choose(ReadOnlySpan<float> outputs, ReadOnlySpan<ulong> allowed, Span<int> actions, DrawOptions? options)
    {
        int agents = Require.Samples(outputs.Length, Outputs, nameof(outputs));
        Require.BatchLength(actions.Length, agents, Count, nameof(actions));
        Require.NoOverlap(outputs, MemoryMarshal.Cast<int, float>(actions), nameof(actions));
        Require.NoOverlap(MemoryMarshal.Cast<ulong, float>(allowed), MemoryMarshal.Cast<int, float>(actions), nameof(actions));
        for (int agent = 0, choice = 0, output = 0; agent < agents; agent++)
        {
            ActionDraws draws = options is { } drawn ? new ActionDraws(drawn.Seed, drawn.Step, agent) : default;
            for (int branch = 0, first = 0; branch < _sizes.Length; branch++, choice++)
            {
                int size = _sizes[branch];
                ReadOnlySpan<float> logits = outputs.Slice(output + first, size);
                ulong mask = allowed.IsEmpty ? ulong.MaxValue : allowed[choice];
                actions[choice] = options is { } some
                    ? ActionChoice.Drawn(logits, mask, draws, first, some.Temperature)
                    : ActionChoice.Largest(logits, mask);
                first += size;
            }

            output += Outputs;
        }
    }

    private void RequireMasks(ReadOnlySpan<float> outputs, ReadOnlySpan<ulong> allowed)
    {
        RequireMaskable();
        int agents = Require.Samples(outputs.Length, Outputs, nameof(outputs));
        Require.BatchLength(allowed.Length, agents, Count, nameof(allowed));
        for (int index = 0; index < allowed.Length; index++)
        {
            ActionChoice.RequireOne(allowed[index], _sizes[index % Count], index / Count, index % Count, nameof(allowed));
        }
    }

    private void RequireMaskable()
    {
        if (!_isMaskable)
        {
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"A branch has more than {ActionChoice.MostMasked} actions, the bits of a mask: divide it into several branches."));
        }
    }

    /// <summary>What draws follow from.</summary>
    private readonly record struct DrawOptions(ulong Seed, long Step, double Temperature);
}
