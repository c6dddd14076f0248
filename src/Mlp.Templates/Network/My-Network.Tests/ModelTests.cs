namespace My_Network.Tests;

using global::System.IO;
using global::System.Linq;
using global::Mlp;
using global::Mlp.Serving;
using global::Mlp.Training;
using global::Xunit;

/// <summary>The saved model is the one that was meant, and can be made again.</summary>
public sealed class ModelTests
{
    private const double LeastAccuracy = 0.9;

    private static readonly DatasetSplit Data = Samples.Read();

    private static readonly Pipeline<Network> Saved = Model.Load(Model.SavedFile);

    [Fact]
    public void The_saved_model_knows_the_classes_of_the_samples() => Assert.Equal(Samples.Classes, Saved.ClassNames);

    [Fact]
    public void The_saved_model_answers_its_canary()
    {
        Canary? canary = WeightFile.ReadCanary(Model.SavedFile);

        Assert.NotNull(canary);
        canary.Verify(Saved.Network);
    }

    [Theory]
    [InlineData("setosa", 5.1f, 3.5f, 1.4f, 0.2f)]
    [InlineData("versicolor", 5.9f, 2.8f, 4.3f, 1.3f)]
    [InlineData("virginica", 6.5f, 3.0f, 5.8f, 2.2f)]
    public void The_saved_model_names_a_typical_sample(string expected, params float[] sample) =>
        Assert.Equal(expected, Saved.Name(sample).Class);

    [Fact]
    public void The_saved_model_has_no_answer_where_numbers_overflow() =>
        Assert.Throws<InvalidDataException>(() => Saved.Name(Enumerable.Repeat(float.MaxValue, Network.InputSize).ToArray()));

    [Fact]
    public void The_saved_model_names_samples_that_it_has_never_seen() =>
        Assert.InRange(Saved.Accuracy(Data.HeldOut), LeastAccuracy, 1);

    [Fact]
    public void A_model_trained_anew_is_as_good() =>
        Assert.InRange(Model.Train(Data.Training).Accuracy(Data.HeldOut), LeastAccuracy, 1);

    [Fact]
    public void A_model_is_loaded_as_it_was_saved()
    {
        float[] sample = Data.HeldOut.Features(0).ToArray();
        Pipeline<Network> trained = Model.Train(Data.Training, seed: 2);
        string path = Path.GetTempFileName();
        try
        {
            Model.Save(trained, path, Data.HeldOut);

            Assert.Equal(trained.Name(sample), Model.Load(path).Name(sample));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
