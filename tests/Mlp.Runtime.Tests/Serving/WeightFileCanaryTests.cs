using System.IO;
using Mlp.Runtime.Tests.Training.Fitting;
using Mlp.Serving;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serving;

/// <summary>A weight file with its canary, from the training to the service.</summary>
public sealed class WeightFileCanaryTests
{
    private static readonly float[] Input = [1, 2];

    [Fact]
    public void The_first_model_answers_its_canary()
    {
        using var directory = new ModelDirectory();
        directory.Replace(File(new LinearNetwork(), Canary.Record(new LinearNetwork(), Input)));
        ModelOf(directory).Open().Current.Network.Parameters.ToArray().ShouldBe(new LinearNetwork().Parameters.ToArray());
    }

    [Fact]
    public void A_model_that_does_not_answer_it_is_not_served()
    {
        using var directory = new ModelDirectory();
        directory.Replace(File(new LinearNetwork(), new Canary(Input, [9, 9])));
        Should.Throw<CanaryException>(() => ModelOf(directory).Open());
        directory.Replace(File(new LinearNetwork(), null));
        ModelOf(directory).Open().Current.Version.ShouldBe(1);
    }

    [Fact]
    public void A_watcher_tries_the_canary_of_each_file()
    {
        using var directory = new ModelDirectory();
        var trained = new LinearNetwork();
        directory.Replace(File(trained, Canary.Record(trained, Input)));
        ModelFile<LinearNetwork> file = ModelOf(directory);
        ModelHolder<LinearNetwork> holder = file.Open();
        using var watcher = new ModelWatcher<LinearNetwork>(holder, file, ModelDirectory.Options(events: false), directory.Log);
        directory.Log.Next(ExchangeOutcome.Unchanged);

        Canary old = Canary.Record(trained, Input);
        trained.SetParameters([1, 2, 3, 4, 5, 6]);
        Should.Throw<System.ArgumentException>(() => File(trained, old)).Message.ShouldStartWith("The canary was recorded with other parameters");
        directory.Replace(File(trained, new Canary(old.Input.Span, old.ExpectedOutput.Span)));
        directory.Log.Next(ExchangeOutcome.CanaryFailed);
        directory.Replace(File(trained, Canary.Record(trained, Input)));
        directory.Log.Next(ExchangeOutcome.Exchanged).Version.ShouldBe(2);

        holder.Current.Network.Parameters.ToArray().ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    private static byte[] File(LinearNetwork network, Canary? canary)
    {
        using var stream = new MemoryStream();
        network.SaveWeights(stream, new WeightFileOptions { Canary = canary });
        return stream.ToArray();
    }

    private static ModelFile<LinearNetwork> ModelOf(ModelDirectory directory) => new(directory.Path, Load) { ReadCanary = WeightFile.ReadCanary };

    private static LinearNetwork Load(Stream stream)
    {
        var network = new LinearNetwork();
        network.LoadWeights(stream);
        return network;
    }
}
