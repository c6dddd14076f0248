using System;
using System.Globalization;
using System.Linq;
using Microsoft.Extensions.DependencyInjection;
using Mlp.Searching.Data;
using Mlp.Searching.Space;
using Mlp.Searching.Trials;
using Mlp.Training;
using Orleans.Serialization;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests.Space;

/// <summary>A definition is the search: equal where the table is, the same after a journey, and what differs has a name.</summary>
public sealed class SearchDefinitionTests
{
    private static readonly SearchOptions Options = new()
    {
        Trials = 20,
        Epochs = 9,
        Folds = 2,
        Halving = new SuccessiveHalving { FirstEpochs = 3, Factor = 2 },
        Score = SearchScore.Accuracy,
        Scaler = SearchScaler.MinMax,
        Training = new TrainerOptions { MinimumImprovement = 1e-3, ClassWeights = new ClassWeights(1, 2, 3), GradientTolerance = 1e-9, Shuffle = false },
    };

    private static SearchSpace Space => Searches.Space.Schedule(RateSchedule.Constant, RateSchedule.Cosine(0.1).WithWarmUp(2)).ClipNorm(Values.Uniform(1, 2));

    private static SearchDefinition Definition => SearchDefinition.Of(Space, Samples.Clouds(), Options);

    [Fact]
    public void What_it_is_called_and_where_it_runs_is_no_part_of_it()
    {
        SearchOptions elsewhere = Options.UseCluster("Host=db") with { Name = "another", Workers = 7, Folder = "kept", CheckpointInterval = TimeSpan.FromSeconds(3) };

        SearchDefinition.Of(Space, Samples.Clouds().Shuffled(3).Compact(), elsewhere).ShouldNotBe(Definition);
        SearchDefinition.Of(Space, Samples.Clouds(), elsewhere).ShouldBe(Definition);
        SearchDefinition.Of(Space, Samples.Clouds(), elsewhere).GetHashCode().ShouldBe(Definition.GetHashCode());
        DefinitionText.Differences(Definition, SearchDefinition.Of(Space, Samples.Clouds(), elsewhere)).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_searched_goes_along()
    {
        BaseTraining training = Definition.Training;

        training.ClassWeights.ShouldBe([1, 2, 3]);
        (training.MinimumImprovement, training.GradientTolerance, training.Shuffle, training.BalancesClasses).ShouldBe((1e-3, 1e-9, false, false));
        BaseTraining balanced = SearchDefinition.Of(Space, Samples.Clouds(), Options with { Training = new() { ClassWeights = ClassWeights.Balanced, Patience = 3 } }).Training;
        (balanced.BalancesClasses, balanced.ClassWeights, balanced.Patience).ShouldBe((true, null, 3));
    }

    [Fact]
    public void What_differs_is_said()
    {
        SearchDefinition other = SearchDefinition.Of(Space, Samples.Clouds(93), Options with { Epochs = 12, Seed = 5, Score = SearchScore.Loss });

        string text = string.Join('\n', DefinitionText.Differences(Definition, other));
        text.ShouldContain("Epochs is 12, but was 9");
        text.ShouldContain("Seed is 5, but was 0");
        text.ShouldContain("Score is \"Loss\", but was \"Accuracy\"");
        text.ShouldContain("Data.Samples is 93, but was 90");
        text.ShouldContain("Data.Hash is");
        other.ShouldNotBe(Definition);
    }

    [Fact]
    public void It_travels_as_text_and_as_bytes()
    {
        DefinitionText.Read(DefinitionText.Of(Definition)).ShouldBe(Definition);
        Travel(Definition).ShouldBe(Definition);
        DefinitionText.Of(Travel(Definition)).ShouldBe(DefinitionText.Of(Definition));
    }

    [Fact]
    public void Outcomes_and_states_travel()
    {
        var state = new TrialState(3, 1, [new FoldState(new FoldOutcome(0.5, 0.25, 2, 3, TrialStop.Patience), [1, 2], null), new FoldState(null, null, [3])]);
        var outcome = new TrialOutcome { Index = 3, Rung = 1, Folds = [state.Folds[0].Outcome!], Score = double.NaN, Deviation = 0.5, Stop = TrialStop.Diverged, Weights = [4, 5], State = state };

        TrialOutcome arrived = Travel(outcome);

        (arrived with { Folds = outcome.Folds, Weights = outcome.Weights, State = state }).ShouldBe(outcome);
        arrived.Folds.ShouldBe(outcome.Folds);
        arrived.Weights.ShouldBe(outcome.Weights);
        arrived.State!.Folds[0].Outcome.ShouldBe(state.Folds[0].Outcome);
        arrived.State.Folds[0].Weights.ShouldBe([1, 2]);
        arrived.State.Folds[1].Checkpoint.ShouldBe([3]);
        arrived.State.Length.ShouldBe(3);
        Travel(new TrialSpec(1, 2, 3)).ShouldBe(new TrialSpec(1, 2, 3));
    }

    [Fact]
    public void A_hash_of_data_sees_values_order_names_and_scalers_and_not_how_they_are_stored()
    {
        Dataset data = Samples.Clouds();
        Dataset[] others =
        [
            data,
            data.Shuffled(1),
            Samples.Clouds(seed: 7),
            data.OneHot(),
            Dataset.FromLabels(data.Features(), 4, data.Labels(), ["one", "two", "four"]),
            StandardScaler.Fit(data).Transform(data),
            MinMaxScaler.Fit(data).Transform(data),
            data.AsScaledBy(StandardScaler.Fit(data)),
            data.AsScaledBy(MinMaxScaler.Fit(data)),
            data.AsScaledBy(MinMaxScaler.Fit(data, 0, 2)),
        ];

        others.Select(DatasetHash.Of).Distinct().Count().ShouldBe(others.Length);
        DatasetHash.Of(data.Shuffled(1).Compact()).ShouldBe(DatasetHash.Of(data.Shuffled(1)));
        DatasetHash.Of(Samples.Clouds(20_000).Subset(..)).ShouldBe(DatasetHash.Of(Samples.Clouds(20_000)));
    }

    [Fact]
    public void A_signature_sees_what_is_declared()
    {
        string[] signatures =
        [
            new NetworkKind<SmallNet>().Signature, new NetworkKind<WideNet>().Signature, new NetworkKind<SquaredNet>().Signature, new NetworkKind<MomentumNet>().Signature, new NetworkKind<SluggishNet>().Signature,
        ];

        signatures.Distinct().Count().ShouldBe(5);
        new NetworkKind<SmallNet>().Signature.ShouldBe(signatures[0]);
    }

    [Fact]
    public void A_signature_is_the_same_under_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        string signature = new NetworkKind<WideNet>().Signature;
        try
        {
            // With a decimal comma, and with a minus of its own.
            CultureInfo.CurrentCulture = new CultureInfo("de-DE") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "−" } };
            new NetworkKind<WideNet>().Signature.ShouldBe(signature);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_host_refuses_networks_that_it_does_not_know_or_knows_otherwise()
    {
        NetworkReference known = Definition.Networks[0];

        NetworkKind.Resolve(known).Type.ShouldBe(typeof(SmallNet));
        Refusal(known with { TypeName = "Gone.Net, Gone" }).ShouldBe("This host has no type Gone.Net, Gone, a network of the search: start the same program on every host.");
        Refusal(known with { TypeName = "System.Text.StringBuilder, System.Private.CoreLib" }).ShouldBe(
            "System.Text.StringBuilder, System.Private.CoreLib is no class that implements INetwork of itself and has a constructor without parameters, but is a network of the search: start the same program on every host.");
        Refusal(known with { Signature = "0123" }).ShouldStartWith($"{known.TypeName} is declared otherwise on this host than where the search began (signature {known.Signature}, not 0123)");
    }

    private static string Refusal(NetworkReference reference) => Should.Throw<InvalidOperationException>(() => NetworkKind.Resolve(reference)).Message;

    private static T Travel<T>(T value)
    {
        using ServiceProvider services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        Serializer serializer = services.GetRequiredService<Serializer>();
        return serializer.Deserialize<T>(serializer.SerializeToArray(value))!;
    }
}
