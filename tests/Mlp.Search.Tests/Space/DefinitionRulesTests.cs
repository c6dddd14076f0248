using System;
using System.Linq;
using System.Threading.Tasks;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests.Space;

/// <summary>What cannot work is refused before the first trial, in words.</summary>
public sealed class DefinitionRulesTests
{
    private static readonly SearchSpace Space = SearchSpace.Of<SmallNet>().LearningRate(0.1, 0.2);

    [Fact]
    public async Task A_grid_needs_points()
    {
        var grid = new SearchOptions { Strategy = SearchStrategy.Grid };

        (await Refusal(Searches.Space, Samples.Clouds(), grid)).ShouldBe(
            "Strategy is Grid, but LearningRate of the space is drawn from a range, which has no points to go through: list its values, or take SearchStrategy.Random. (Parameter 'options')");
        (await Refusal(Space, Samples.Clouds(), grid with { Trials = 3 })).ShouldBe(
            "Strategy is Grid and Trials is 3, but the space has 2 points and a grid tries each: leave Trials out, or take SearchStrategy.Random. (Parameter 'options')");
        int[] many = [.. Enumerable.Range(1, 1_001)];
        (await Refusal(Space.BatchSize(many).Patience(many), Samples.Clouds(), grid)).ShouldBe(
            "Strategy is Grid, but the space has more than 1000000 points: list fewer values, or take SearchStrategy.Random. (Parameter 'options')");
    }

    [Fact]
    public async Task Options_must_agree()
    {
        Dataset clouds = Samples.Clouds();
        Dataset lines = Samples.Lines();
        SearchSpace lineSpace = SearchSpace.Of<LineNet>();

        (await Refusal(Space, clouds, new() { Epochs = 5, Halving = new() })).ShouldBe(
            "Halving begins with 5 epochs, but Epochs is 5: choose fewer FirstEpochs or more Epochs. (Parameter 'options')");
        (await Refusal(Space, clouds, new() { Folds = 91 })).ShouldBe("Folds is 91, but data has 90 samples: each fold must hold out one or more. (Parameter 'options')");
        (await Refusal(Space, clouds.Subset(..1), new())).ShouldBe(
            "data has one sample, but a search needs two or more: one to learn from and one to measure with. (Parameter 'data')");
        (await Refusal(Space, clouds, new() { Score = SearchScore.R2 })).ShouldBe(
            "Score is R2, but data has labels and no targets: take SearchScore.Accuracy or Loss. (Parameter 'options')");
        (await Refusal(lineSpace, lines, new() { Score = SearchScore.Accuracy })).ShouldBe(
            "Score is Accuracy, but data has targets and no labels: take SearchScore.R2 or Loss, or create the data with Dataset.FromLabels. (Parameter 'options')");
        (await Refusal(lineSpace, lines, new() { Score = SearchScore.R2, Folds = 80 })).ShouldBe(
            "Score is R2, but what fold 1 of 80 holds out (samples: 1) has the same targets throughout, of which R² says nothing: choose fewer Folds or more ValidationFraction, or take SearchScore.Loss. (Parameter 'options')");
        (await Refusal(Space.Or<SquaredNet>(), clouds, new())).ShouldBe(
            "Score is Loss, but SmallNet has the loss CrossEntropy and SquaredNet has SquaredError, which cannot be compared: take SearchScore.Accuracy or R2, or declare the networks with one loss. (Parameter 'options')");
        (await Refusal(Space, clouds, new() { TargetScaler = SearchScaler.Standard })).ShouldBe(
            "TargetScaler is Standard, but data has labels and no targets: leave it out. (Parameter 'options')");
        (await Refusal(Space, StandardScaler.Fit(clouds).Transform(clouds), new() { Scaler = SearchScaler.Standard })).ShouldMatch(
            @"^Scaler is Standard, but data went through StandardScaler of 4 \(.*\) already: give the samples as they were measured, or leave Scaler out\.");
        (await Refusal(lineSpace, StandardScaler.FitTargets(lines).TransformTargets(lines), new() { TargetScaler = SearchScaler.MinMax })).ShouldMatch(
            @"^TargetScaler is MinMax, but the targets of data went through StandardScaler of 2 \(.*\) already");
    }

    [Fact]
    public async Task What_a_search_decides_is_no_option_of_its_trainings()
    {
        (await OfTraining(new() { Epochs = 7 })).ShouldBe("Training of the options has Epochs: set Epochs of the SearchOptions. (Parameter 'options')");
        (await OfTraining(new() { Seed = 7 })).ShouldStartWith("Training of the options has Seed: set Seed of the SearchOptions");
        (await OfTraining(new() { Validation = Samples.Clouds() })).ShouldStartWith("Training of the options has Validation: leave it out");
        (await OfTraining(new() { ValidationFraction = 0.5 })).ShouldStartWith("Training of the options has ValidationFraction: set ValidationFraction of the SearchOptions");
        (await OfTraining(new() { SampleWeights = [1] })).ShouldStartWith("Training of the options has SampleWeights: use ClassWeights");
        (await OfTraining(new() { DegreeOfParallelism = 2 })).ShouldStartWith("Training of the options has DegreeOfParallelism: leave it at 1");
        (await OfTraining(new() { LineSearch = new() })).ShouldStartWith("Training of the options has LineSearch: leave it out");
        (await OfTraining(new() { Checkpoint = static _ => { } })).ShouldStartWith("Training of the options has Checkpoint: leave it out");
        (await OfTraining(new() { MeasureGradients = true })).ShouldStartWith("Training of the options has MeasureGradients: leave it out");
        (await OfTraining(new() { Schedule = new CosineSchedule(0.1, 5) })).ShouldStartWith("Training of the options has Schedule: name schedules with Schedule of the space");
        (await OfTraining(new() { LearningRate = 0.5 })).ShouldBe("Training of the options has LearningRate: leave it out, for the space has the axis LearningRate. (Parameter 'options')");

        Task<string> OfTraining(TrainerOptions training) => Refusal(Space, Samples.Clouds(), new() { Training = training });
    }

    [Fact]
    public async Task Data_that_does_not_fit_a_network_is_refused_with_its_name()
    {
        (await Refusal(Space, Samples.Lines(), new())).ShouldStartWith("SmallNet cannot learn from this data: data has 3 features, but the network has 4 inputs");
        (await Refusal(Space, Dataset.FromLabels(Samples.Clouds().Features(), 4, Samples.Clouds().Labels(), ["a", "b", "c", "d"]), new())).ShouldStartWith("SmallNet cannot learn from this data: data has 4 classes");
        (await Refusal(SearchSpace.Of<CountNet>(), Dataset.FromTargets([1, 2, 3, 4, 5, 6, 7, 8, 9], 3, [1, 2, -1]), new())).ShouldStartWith("CountNet cannot learn from this data: ");
        (await Refusal(SearchSpace.Of<CountNet>(), Dataset.FromTargets([1, 2, 3, 4, 5, 6, 7, 8, 9], 3, [1, 2, 3]), new() { TargetScaler = SearchScaler.Standard })).ShouldStartWith("CountNet cannot learn from this data: ");
        (await Refusal(Space, Samples.Clouds(), new() { Training = new() { ClassWeights = new(1, 2) } })).ShouldStartWith(
            "SmallNet cannot learn from this data: ClassWeights has length 2, but must have length 3");
    }

    [Fact]
    public void Options_are_checked_where_they_are_set()
    {
        Message(() => new SearchOptions { Trials = 0 }).ShouldBe("Trials is 0, but must be 1 to 1000000. (Parameter 'Trials')");
        Message(() => new SearchOptions { Folds = 0 }).ShouldBe("Folds is 0, but must be 1 or more. (Parameter 'Folds')");
        Message(() => new SearchOptions { Epochs = 0 }).ShouldBe("Epochs is 0, but must be 1 or more. (Parameter 'Epochs')");
        Message(() => new SearchOptions { ValidationFraction = 1 }).ShouldBe("ValidationFraction is 1, but must be above 0 and below 1. (Parameter 'ValidationFraction')");
        Message(() => new SearchOptions { Score = (SearchScore)9 }).ShouldBe("Score is 9, but must be one of Loss, Accuracy, R2. (Parameter 'Score')");
        Message(() => new SearchOptions { Keep = -1 }).ShouldBe("Keep is -1, but must be 0 or more. (Parameter 'Keep')");
        Message(() => new SearchOptions { Name = "a/b" }).ShouldBe("Name is \"a/b\", but may only have the letters A to Z, digits, spaces, points, hyphens and underscores. (Parameter 'Name')");
        Message(() => new SearchOptions { Name = ".." }).ShouldBe("Name is \"..\", but must have 1 to 100 characters, no spaces at its ends, and more than points. (Parameter 'Name')");
        Message(() => new SearchOptions { Folder = " " }).ShouldBe("Folder is empty: give the path of a folder, or null to keep the search in memory. (Parameter 'Folder')");
        Message(() => new SuccessiveHalving { Factor = 1 }).ShouldBe("Factor is 1, but must be 2 or more. (Parameter 'Factor')");
        Message(() => new SuccessiveHalving { FirstEpochs = 0 }).ShouldBe("FirstEpochs is 0, but must be 1 or more. (Parameter 'FirstEpochs')");
    }

    [Fact]
    public void A_connection_string_is_not_shown() =>
        new SearchOptions().UseCluster("Host=db;Password=secret").ToString().ShouldNotContain("secret");

    private static async Task<string> Refusal(SearchSpace space, Dataset data, SearchOptions options) =>
        (await Should.ThrowAsync<ArgumentException>(async () => await Search.Run(space, data, options))).Message;

    private static string Message(Func<object> make) => Should.Throw<ArgumentException>(() => _ = make()).Message;
}
