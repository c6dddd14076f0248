using System;
using System.IO;
using System.Linq;
using Mlp.Behaviour.Tests.Networks.Predictors;
using Mlp.Serving;
using Mlp.Testing.WeightFiles;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>Networks that only predict: the same bits as the trained ones, nothing before they have parameters, files and serving as ever.</summary>
public sealed class PredictorTests
{
    [Fact]
    public void Their_outputs_are_those_of_the_network_that_was_trained()
    {
        Agree<Judge1x1, Trained1x1>();
        Agree<Judge3x5x2, Trained3x5x2>();
        Agree<Judge4x16x3, Trained4x16x3>();
        Agree<Judge8x32x32x4, Trained8x32x32x4>();
        Agree<Judge17x31x1, Trained17x31x1>();
        Agree<Judge100x90x40, Trained100x90x40>();
        Agree<JudgeOfDropout, Trained3x5x2>();
    }

    [Fact]
    public void Without_parameters_they_say_so_and_stay_as_they_are()
    {
        Refuses(new Judge3x5x2());
        Refuses(new Judge4x16x3());
        Refuses(new Judge8x32x32x4());
        Refuses(default(Judge8x32x32x4));
    }

    [Fact]
    public void What_is_refused_gives_no_parameters()
    {
        var judge = new Judge4x16x3();
        Should.Throw<ArgumentException>(() => judge.SetParameters(new float[Judge4x16x3.ParameterCount - 1]));
        Should.Throw<WeightFileException>(() => judge.LoadWeights(new MemoryStream([1, 2, 3])));

        Refuses(judge);
    }

    [Fact]
    public void Files_of_the_trained_network_are_theirs_with_class_names_and_canary()
    {
        var trained = new Trained4x16x3(7);
        float[] sample = [1f, -2f, 0.5f, 3f];
        using var file = new MemoryStream();
        trained.SaveWeights(file, new WeightFileOptions { ClassNames = ["a", "b", "c"], Canary = Canary.Record(trained, sample) });
        file.Position = 0;

        Judge4x16x3 judge = Judge4x16x3.Load(file);

        ((IFittedNetwork)judge).Schema!.ClassNames.ShouldBe(["a", "b", "c"]);
        file.Position = 0;
        WeightFile.ReadCanary(file)!.Verify(judge);
        judge.Classify(sample).ShouldBe(trained.Classify(sample));
        using var again = new MemoryStream();
        judge.Save(again);
        again.Position = 0;
        Bitwise.AreEqual(Parameters(Trained4x16x3.Load(again)), Parameters(trained)).ShouldBeTrue();
    }

    [Fact]
    public void A_class_may_be_told_what_its_data_mean_before_it_has_parameters()
    {
        object judge = default(Judge8x32x32x4);
        DataSchema schema = ((IFittedNetwork)new Trained8x32x32x4()).Schema ?? new DataSchema();
        ((IFittedNetwork)judge).Schema.ShouldBeNull();
        ((IFittedNetwork)judge).Schema = schema;

        ((IFittedNetwork)judge).Schema.ShouldBe(schema);
    }

    [Fact]
    public void They_are_served_and_exchanged_while_they_run()
    {
        string path = Path.GetTempFileName();
        try
        {
            new Trained4x16x3(1).Save(path);
            var holder = new ModelHolder<Judge4x16x3>(Judge4x16x3.Load(path));
            float[] first = Output(holder.Current.Network);
            new Trained4x16x3(2).Save(path);
            holder.Publish(Judge4x16x3.Load(path));

            Bitwise.AreEqual(first, Output(new Trained4x16x3(1))).ShouldBeTrue();
            Bitwise.AreEqual(Output(holder.Current.Network), Output(new Trained4x16x3(2))).ShouldBeTrue();
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Weights_that_are_compiled_in_are_there_at_once()
    {
        WeightFileCase file = WeightFileReference.All.Single(candidate => candidate.ToString() == "PyTorch/4-16-3-relu-softmax-f32.safetensors");
        var loaded = new Trained4x16x3();
        loaded.LoadWeights(file.Path);

        Bitwise.AreEqual(Parameters(new CompiledJudge()), Parameters(loaded)).ShouldBeTrue();
        Bitwise.AreEqual(Output(new CompiledJudge()), Output(loaded)).ShouldBeTrue();
    }

    [Fact]
    public void A_class_is_named_where_outputs_are_too_many_for_the_stack()
    {
        var judge = new Judge1x100000();
        float[] parameters = new float[Judge1x100000.ParameterCount];
        parameters[77_777] = 2;
        parameters[99_999] = -1;
        judge.SetParameters(parameters);

        RunWithLittleStack(() =>
        {
            judge.Classify([3f]).ShouldBe(77_777);
            judge.Classify([-3f]).ShouldBe(99_999);
            judge.Classify([0f]).ShouldBe(0);
        });
    }

    private static void RunWithLittleStack(Action action)
    {
        Exception? failure = null;
        var thread = new System.Threading.Thread(() => failure = Record.Exception(action), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        failure.ShouldBeNull();
    }

    private static void Agree<TJudge, TTrained>()
        where TJudge : IPredictor<TJudge>, new()
        where TTrained : INetwork<TTrained>, new()
    {
        var trained = new TTrained();
        trained.Initialize(11);
        var judge = new TJudge();
        judge.SetParameters(Parameters(trained));

        Bitwise.AreEqual(Parameters(judge), Parameters(trained)).ShouldBeTrue();
        foreach (int samples in (int[])[0, 1, 15, 16, 17, 64, 65, 200])
        {
            float[] inputs = Inputs(samples * TJudge.InputSize);
            Bitwise.AreEqual(Batch(judge, inputs, samples), Batch(trained, inputs, samples)).ShouldBeTrue($"{typeof(TJudge).Name}, {samples}");
        }

        Bitwise.AreEqual(Output(judge), Output(trained)).ShouldBeTrue(typeof(TJudge).Name);
    }

    private static void Refuses<TJudge>(TJudge judge)
        where TJudge : IPredictor<TJudge>
    {
        string type = typeof(TJudge).Name;
        Action[] uses =
        [
            () => judge.Forward(new float[TJudge.InputSize], new float[TJudge.OutputSize]),
            () => judge.ForwardBatch([], []),
            () => judge.CopyParametersTo(new float[TJudge.ParameterCount]),
            () => judge.SaveWeights(new MemoryStream()),
        ];
        foreach (Action use in uses)
        {
            Should.Throw<InvalidOperationException>(use).Message.ShouldStartWith($"This {type} only predicts, and has no parameters yet: load a weight file");
        }
    }

    private static float[] Parameters<TNetwork>(TNetwork network)
        where TNetwork : IPredictor<TNetwork>
    {
        float[] parameters = new float[TNetwork.ParameterCount];
        network.CopyParametersTo(parameters);
        return parameters;
    }

    private static float[] Output<TNetwork>(TNetwork network)
        where TNetwork : IPredictor<TNetwork>
    {
        float[] output = new float[TNetwork.OutputSize];
        network.Forward(Inputs(TNetwork.InputSize), output);
        return output;
    }

    private static float[] Batch<TNetwork>(TNetwork network, float[] inputs, int samples)
        where TNetwork : IPredictor<TNetwork>
    {
        float[] outputs = new float[samples * TNetwork.OutputSize];
        network.ForwardBatch(inputs, outputs);
        return outputs;
    }

    private static float[] Inputs(int count) => [.. Enumerable.Range(0, count).Select(index => MathF.Sin(index * 0.7f) * 2f)];
}
