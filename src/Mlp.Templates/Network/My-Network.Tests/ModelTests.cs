using Mlp;
using Mlp.Serving;
using Mlp.Training;

namespace My_Network.Tests;

/// <summary>The saved model is the one that was meant, and can be made again.</summary>
public sealed class ModelTests
{
    private const double LeastAccuracy = 0.9;

    private static readonly DatasetSplit Data = Samples.Read();

    private static readonly Model Saved = Model.Load(Model.SavedFile);

    [Fact]
    public void The_saved_model_knows_the_classes_of_the_samples() => Assert.Equal(Data.Training.ClassNames, Saved.ClassNames);

    [Fact]
    public void The_saved_model_answers_its_canary()
    {
        Canary? canary = WeightFile.ReadCanary(Model.SavedFile);

        Assert.NotNull(canary);
        canary.Verify(Network.Load(Model.SavedFile));
    }

    [Theory]
    [InlineData("setosa", 5.1f, 3.5f, 1.4f, 0.2f)]
    [InlineData("versicolor", 5.9f, 2.8f, 4.3f, 1.3f)]
    [InlineData("virginica", 6.5f, 3.0f, 5.8f, 2.2f)]
    public void The_saved_model_names_a_typical_sample(string expected, params float[] sample) =>
        Assert.Equal(expected, Saved.Predict(sample).Class);

    [Fact]
    public void The_saved_model_names_samples_that_it_has_never_seen() =>
        Assert.InRange(Saved.Evaluate(Data.HeldOut).Accuracy, LeastAccuracy, 1);

    [Fact]
    public void A_model_trained_anew_is_as_good() =>
        Assert.InRange(Model.Train(Data.Training).Evaluate(Data.HeldOut).Accuracy, LeastAccuracy, 1);

    [Fact]
    public void A_model_is_loaded_as_it_was_saved()
    {
        float[] sample = Data.HeldOut.Features(0).ToArray();
        Model trained = Model.Train(Data.Training, seed: 2);
        string path = Path.GetTempFileName();
        try
        {
            trained.Save(path, sample);

            Assert.Equal(trained.Predict(sample), Model.Load(path).Predict(sample));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
