using System;
using System.Collections.Immutable;
using System.Linq;
using Mlp.Searching.Space;

namespace Mlp.Searching;

/// <summary>
/// Which networks and settings a search tries: one type or several, and an axis for each setting that is searched. What is compiled in, such as widths,
/// dropout and the optimizer, is the types'. Immutable: each call gives a space with one thing more.
/// </summary>
/// <example><code>
/// SearchSpace space = SearchSpace.Of&lt;SmallNet&gt;().Or&lt;WideNet&gt;()
///     .LearningRate(Values.Logarithmic(1e-4, 1e-1)).BatchSize(16, 32, 64).WeightDecay(0, 1e-4);
/// </code></example>
public sealed class SearchSpace
{
    private SearchSpace(ImmutableArray<NetworkKind> networks, ImmutableArray<SearchAxis> axes, ImmutableArray<RateSchedule> schedules) =>
        (Networks, Axes, Schedules) = (networks, axes, schedules);

    /// <summary>The types of networks.</summary>
    internal ImmutableArray<NetworkKind> Networks { get; }

    /// <summary>The settings that are searched, in the order in which they were named.</summary>
    internal ImmutableArray<SearchAxis> Axes { get; }

    /// <summary>The schedules that the axis of schedules counts.</summary>
    internal ImmutableArray<RateSchedule> Schedules { get; }

    /// <summary>
    /// The number of points: the product of networks and listed values. Null where values are drawn, or where they are more than a <see cref="long"/> counts.
    /// </summary>
    public long? Count => SearchAxis.Points(Networks.Length, Axes);

    /// <summary>A space of one type of networks.</summary>
    /// <typeparam name="TNetwork">A class with a constructor without parameters, as every emitted network has one where its own part declares none.</typeparam>
    /// <exception cref="ArgumentException">The type cannot be found again by its name.</exception>
    public static SearchSpace Of<TNetwork>()
        where TNetwork : class, INetwork<TNetwork>, new() => new SearchSpace([], [], []).Or<TNetwork>();

    /// <summary>The same space with another type of networks.</summary>
    /// <typeparam name="TNetwork">A class with a constructor without parameters.</typeparam>
    /// <exception cref="ArgumentException">The space has the type already, its sizes are others than those of the first one, or it cannot be found again by its name.</exception>
    public SearchSpace Or<TNetwork>()
        where TNetwork : class, INetwork<TNetwork>, new()
    {
        var kind = new NetworkKind<TNetwork>();
        if (Networks.Any(known => known.Type == kind.Type))
        {
            throw new ArgumentException($"The space has the network {kind.Type.Name} already: name each type once.");
        }

        if (Type.GetType(kind.TypeName, throwOnError: false) != kind.Type)
        {
            throw new ArgumentException($"{kind.TypeName} cannot be found by its name, but hosts find networks by it: declare the network in an assembly of the program.");
        }

        if (Networks is [var first, ..] && (first.InputSize, first.OutputSize) != (kind.InputSize, kind.OutputSize))
        {
            throw new ArgumentException(SettingRange.Invariant(
                $"{kind.Type.Name} has {kind.InputSize} inputs and {kind.OutputSize} outputs, but {first.Type.Name} has {first.InputSize} and {first.OutputSize}: networks of one search learn from the same data and must have the same sizes."));
        }

        return new SearchSpace(Networks.Add(kind), Axes, Schedules);
    }

    /// <summary>Learning rates to try: finite and above 0.</summary>
    /// <param name="values">One number or more.</param>
    /// <exception cref="ArgumentException">A number is outside its range, or the space has the axis already.</exception>
    public SearchSpace LearningRate(params ReadOnlySpan<double> values) => LearningRate(Values.Of(values));

    /// <summary>Learning rates to try, such as <c>Values.Logarithmic(1e-4, 1e-1)</c>.</summary>
    /// <param name="values">A list or a range.</param>
    /// <inheritdoc cref="LearningRate(ReadOnlySpan{double})"/>
    public SearchSpace LearningRate(Values values) => With(SearchAxis.Of(AxisName.LearningRate, values));

    /// <summary>Batch sizes to try: 1 or more.</summary>
    /// <inheritdoc cref="LearningRate(ReadOnlySpan{double})"/>
    public SearchSpace BatchSize(params ReadOnlySpan<int> values) => BatchSize(WholeNumbers(values));

    /// <summary>Batch sizes to try, such as <c>Values.Integers(16, 128)</c>.</summary>
    /// <inheritdoc cref="LearningRate(Values)"/>
    public SearchSpace BatchSize(Values values) => With(SearchAxis.Of(AxisName.BatchSize, values));

    /// <summary>How strongly steps draw weights to zero: finite and 0 or more.</summary>
    /// <inheritdoc cref="LearningRate(ReadOnlySpan{double})"/>
    public SearchSpace WeightDecay(params ReadOnlySpan<double> values) => WeightDecay(Values.Of(values));

    /// <summary>How strongly steps draw weights to zero, such as <c>Values.Logarithmic(1e-6, 1e-2)</c>.</summary>
    /// <inheritdoc cref="LearningRate(Values)"/>
    public SearchSpace WeightDecay(Values values) => With(SearchAxis.Of(AxisName.WeightDecay, values));

    /// <summary>After how many epochs without an improvement of the held-out loss a training ends: 1 or more.</summary>
    /// <inheritdoc cref="LearningRate(ReadOnlySpan{double})"/>
    public SearchSpace Patience(params ReadOnlySpan<int> values) => Patience(WholeNumbers(values));

    /// <summary>After how many epochs without an improvement of the held-out loss a training ends, such as <c>Values.Integers(3, 20)</c>.</summary>
    /// <inheritdoc cref="LearningRate(Values)"/>
    public SearchSpace Patience(Values values) => With(SearchAxis.Of(AxisName.Patience, values));

    /// <summary>The largest norm of a batch's gradient: finite and above 0.</summary>
    /// <inheritdoc cref="LearningRate(ReadOnlySpan{double})"/>
    public SearchSpace ClipNorm(params ReadOnlySpan<double> values) => ClipNorm(Values.Of(values));

    /// <summary>The largest norm of a batch's gradient, such as <c>Values.Logarithmic(0.1, 10)</c>.</summary>
    /// <inheritdoc cref="LearningRate(Values)"/>
    public SearchSpace ClipNorm(Values values) => With(SearchAxis.Of(AxisName.ClipNorm, values));

    /// <summary>How the learning rate changes with time; each schedule begins at the learning rate of its trial.</summary>
    /// <param name="schedules">One schedule or more, each once.</param>
    /// <exception cref="ArgumentException">There is no schedule, one comes twice, or the space has the axis already.</exception>
    public SearchSpace Schedule(params ReadOnlySpan<RateSchedule> schedules)
    {
        if (schedules.IsEmpty)
        {
            throw new ArgumentException("schedules is empty, but must have one schedule or more.", nameof(schedules));
        }

        ImmutableArray<RateSchedule> listed = ImmutableArray.Create(schedules);
        if (listed.Contains(null!))
        {
            throw new ArgumentNullException(nameof(schedules), "schedules has a null, but must have schedules: the constant one is RateSchedule.Constant.");
        }

        if (listed.GroupBy(static schedule => schedule).FirstOrDefault(static group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"schedules has {twice.Key} twice, but must have each schedule once.", nameof(schedules));
        }

        var axis = new SearchAxis(AxisName.Schedule, ValueKind.Listed, [.. Enumerable.Range(0, listed.Length).Select(static place => (double)place)]);
        return new SearchSpace(Networks, With(axis).Axes, listed);
    }

    private static Values WholeNumbers(ReadOnlySpan<int> values)
    {
        double[] numbers = new double[values.Length];
        for (int index = 0; index < numbers.Length; index++)
        {
            numbers[index] = values[index];
        }

        return Values.Of(numbers);
    }

    private SearchSpace With(SearchAxis axis) => Axes.Any(known => known.Name == axis.Name)
        ? throw new ArgumentException($"The space has the axis {axis.Name} already: give all of its values in one call.")
        : new SearchSpace(Networks, Axes.Add(axis), Schedules);
}
