using System;
using System.Linq;
using Mlp.Searching.Space;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests.Space;

/// <summary>Every trial's point follows from the definition and its index, and points are spread as the space says.</summary>
public sealed class SearchPlanTests
{
    [Fact]
    public void A_trial_follows_from_its_index_alone()
    {
        SearchDefinition definition = Searches.Random(trials: 50);
        TrialSettings[] inOrder = [.. Enumerable.Range(0, 50).Select(new SearchPlan(definition).SettingsOf)];
        TrialSettings[] backwards = [.. Enumerable.Range(0, 50).Reverse().Select(new SearchPlan(Searches.Random(trials: 1_000)).SettingsOf)];

        backwards.Reverse().ShouldBe(inOrder);
        inOrder.Distinct().Count().ShouldBe(50);
        new SearchPlan(Searches.Random(trials: 50, seed: 2)).SettingsOf(0).ShouldNotBe(inOrder[0]);
    }

    [Fact]
    public void One_axis_more_leaves_the_draws_of_the_others()
    {
        var options = new SearchOptions { Epochs = 3 };
        var before = new SearchPlan(SearchDefinition.Of(Searches.Space, Samples.Clouds(), options));
        var after = new SearchPlan(SearchDefinition.Of(Searches.Space.Patience(1, 2, 3), Samples.Clouds(), options));

        for (int index = 0; index < 40; index++)
        {
            (after.SettingsOf(index) with { Patience = null }).ShouldBe(before.SettingsOf(index));
            after.NetworkOf(index).ShouldBe(before.NetworkOf(index));
        }
    }

    [Fact]
    public void Drawn_values_have_their_distributions()
    {
        const int Trials = 20_000;
        SearchSpace space = SearchSpace.Of<SmallNet>().Or<WideNet>()
            .LearningRate(Values.Logarithmic(1e-4, 1)).WeightDecay(Values.Uniform(0.2, 0.6)).Patience(Values.Integers(3, 7)).BatchSize(8, 16, 32);
        var plan = new SearchPlan(SearchDefinition.Of(space, Samples.Clouds(), new SearchOptions { Trials = Trials }));
        TrialSettings[] drawn = [.. Enumerable.Range(0, Trials).Select(plan.SettingsOf)];

        // Five standard deviations of a share p of n draws: 5 √(p (1 − p) / n) is below 0.018.
        Share(drawn, settings => settings.LearningRate < 1e-3).ShouldBe(0.25, 0.018);
        Share(drawn, settings => settings.LearningRate < 1e-2).ShouldBe(0.5, 0.018);
        Share(drawn, settings => settings.LearningRate is < 1e-4 or > 1).ShouldBe(0);
        Share(drawn, settings => settings.WeightDecay < 0.3).ShouldBe(0.25, 0.018);
        Share(drawn, settings => settings.WeightDecay is < 0.2 or > 0.6).ShouldBe(0);
        Share(drawn, settings => settings.BatchSize == 32).ShouldBe(1 / 3.0, 0.018);
        for (int patience = 3; patience <= 7; patience++)
        {
            Share(drawn, settings => settings.Patience == patience).ShouldBe(0.2, 0.018);
        }

        // Independent of each other.
        Share(drawn, settings => settings.LearningRate < 1e-2 && settings.WeightDecay < 0.4).ShouldBe(0.25, 0.018);
        (Enumerable.Range(0, Trials).Count(index => plan.NetworkOf(index) == 1) / (double)Trials).ShouldBe(0.5, 0.018);
    }

    [Fact]
    public void A_grid_has_each_point_once_and_its_last_axis_changes_fastest()
    {
        SearchSpace space = SearchSpace.Of<SmallNet>().Or<WideNet>().LearningRate(0.1, 0.2, 0.3).BatchSize(8, 16);
        SearchDefinition definition = SearchDefinition.Of(space, Samples.Clouds(), new SearchOptions { Strategy = SearchStrategy.Grid });
        var plan = new SearchPlan(definition);

        definition.Trials.ShouldBe(12);
        Enumerable.Range(0, 12).Select(index => (plan.NetworkOf(index), plan.SettingsOf(index).LearningRate, plan.SettingsOf(index).BatchSize)).ShouldBe(
            from network in (int[])[0, 1] from rate in (double[])[0.1, 0.2, 0.3] from batch in (int[])[8, 16] select (network, rate, batch));
    }

    [Fact]
    public void A_random_search_of_listed_values_repeats_no_point_before_all_were_tried()
    {
        SearchSpace space = SearchSpace.Of<SmallNet>().Or<WideNet>().LearningRate(0.1, 0.2, 0.3).BatchSize(8, 16, 32, 64, 128);
        var plan = new SearchPlan(SearchDefinition.Of(space, Samples.Clouds(), new SearchOptions { Trials = 90 }));
        (int, double, int)[] points = [.. Enumerable.Range(0, 90).Select(index => (plan.NetworkOf(index), plan.SettingsOf(index).LearningRate, plan.SettingsOf(index).BatchSize))];

        points[..30].Distinct().Count().ShouldBe(30);
        points[30..60].Distinct().Count().ShouldBe(30);
        points[60..].Distinct().Count().ShouldBe(30);
        points[30..60].SequenceEqual(points[..30]).ShouldBeFalse();
        points[..30].SequenceEqual(points[..30].Order()).ShouldBeFalse();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public void Spaces_of_more_points_than_trials_have_all_of_their_values(int axes)
    {
        int[] numbers = [.. Enumerable.Range(1, 3_000)];
        double[] values = [.. numbers.Select(static number => number / 1e4)];
        SearchSpace space = SearchSpace.Of<SmallNet>().Or<WideNet>().BatchSize(numbers).Patience(numbers).LearningRate(values);
        space = axes == 3 ? space : space.WeightDecay(values).ClipNorm(values).Schedule([.. numbers.Select(static number => RateSchedule.Annealing(number))]);
        var plan = new SearchPlan(SearchDefinition.Of(space, Samples.Clouds(), new SearchOptions()));
        TrialSettings[] settings = [.. Enumerable.Range(0, 400).Select(plan.SettingsOf)];

        space.Count.ShouldBe(axes == 3 ? 54_000_000_000 : null);
        Enumerable.Range(0, 400).Count(index => plan.NetworkOf(index) == 1).ShouldBeInRange(150, 250);
        settings.Distinct().Count().ShouldBe(400);
        settings.Average(static trial => trial.BatchSize).ShouldBe(1_500, 220);
        settings.Average(static trial => trial.Patience!.Value).ShouldBe(1_500, 220);
        settings.Average(static trial => trial.LearningRate).ShouldBe(0.15, 0.022);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1_000)]
    public void An_order_of_points_has_each_once(int count)
    {
        foreach (ulong key in (ulong[])[0, 1, 99])
        {
            Enumerable.Range(0, count).Select(place => PointOrder.At(place, count, key)).Order().ShouldBe(Enumerable.Range(0, count).Select(static number => (long)number));
        }
    }

    [Fact]
    public void A_number_between_both_ends_is_what_a_power_gives()
    {
        for (int exponent = 0; exponent < 100; exponent++)
        {
            ulong bits = CounterDraws.Mix((ulong)exponent);
            double expected = 1e-5 * Math.Pow(3e4, CounterDraws.Uniform(bits));
            GeometricMean.Of(1e-5, 0.3, bits).ShouldBe(expected, expected * 1e-13);
        }

        GeometricMean.Of(1e-300, 1e300, 0).ShouldBe(1e-300);
        GeometricMean.Of(1e-300, 1e300, 1UL << 63).ShouldBe(1, 1e-13);
        GeometricMean.Of(1e-300, 1e300, ulong.MaxValue).ShouldBe(1e300, 1e288);
    }

    [Fact]
    public void Each_trial_and_fold_has_a_seed_of_its_own()
    {
        var plan = new SearchPlan(Searches.Random(trials: 100));

        Enumerable.Range(0, 100).SelectMany(index => Enumerable.Range(0, 10).Select(fold => plan.SeedOf(index, fold))).Distinct().Count().ShouldBe(1_000);
    }

    private static double Share(TrialSettings[] drawn, Func<TrialSettings, bool> condition) => drawn.Count(condition) / (double)drawn.Length;
}
