using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using Mlp.Generator.Emission;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;
using Mlp.Generator.Tests.Harness;
using Mlp.SnapshotTesting;

namespace Mlp.Generator.Tests.Emission;

/// <summary>A layer that drops values is there for a training alone: networks without one never hear of masks, and one that is not trained computes without it.</summary>
public sealed class DropoutEmissionTests
{
    private const string Dropped = "[Dense(8), Dropout(0.5), Dense(3)]";

    [Fact]
    public void Nothing_is_emitted_of_masks_where_nothing_is_dropped()
    {
        foreach (NetworkModel model in ValidNetworks.All.Where(model => !model.DrawsMasks))
        {
            IEnumerable<string> texts = NetworkEmitter.Emit(model, CancellationToken.None).Select(file => file.Text);

            texts.ShouldAllBe(text => !text.Contains("Masks", StringComparison.Ordinal), model.Declaration);
        }
    }

    [Theory]
    [InlineData("SGD", 0)]
    [InlineData("Momentum", 1)]
    [InlineData("Adam", 2)]
    public void A_trained_network_hands_masks_on_and_counts_them_once_a_step(string optimizer, int moments)
    {
        NetworkModel model = Model($"[Network(4, Output = \"Softmax\", Optimizer = \"{optimizer}\")] {Dropped}");
        string members = Text(model, 0);
        string dispatch = Text(model, 1);

        model.DrawsMasks.ShouldBeTrue();
        members.ShouldContain("global::Mlp.CompilerServices.IResumableTraining");
        members.ShouldContain("_mlpState.Restart(seed);");
        members.ShouldContain($"{moments} * ParameterCount, \"moments\"");
        dispatch.ShouldContain("masks = masks.From(slice.Place(samples));");

        // Targets, labels, and errors of the outputs go back through the masks of the next step too.
        Regex.Count(members, @"inputGradient,\s+_mlpState\.Masks\);").ShouldBe(3);
        dispatch.ShouldContain("labels, inputGradient, masks);");
        dispatch.ShouldContain("inputGradient, BlockSamples, masks);");

        // Every way of stepping but the one in place goes through BeginStep.
        dispatch.Split("state.CountMasks();").Length.ShouldBe(optimizer == "SGD" ? 3 : 2);
    }

    [Fact]
    public void A_network_that_is_not_trained_has_the_kernels_of_one_without_it()
    {
        NetworkModel model = Model($"[Network(4, Trains = false, Output = \"Softmax\")] {Dropped}");
        NetworkModel without = Model("[Network(4, Trains = false, Output = \"Softmax\")] [Dense(8), Dense(3)]");

        model.DrawsMasks.ShouldBeFalse();
        model.Layers.Count.ShouldBe(3, "descriptions and files know of it");
        model.Computed().Layers.ShouldBe(without.Layers);
        MemberPlan.For(model).HasKernels.ShouldBeTrue();
        EmittedShape shape = NetworkEmitter.EmitShape(model.WithoutType(), CancellationToken.None);
        shape.Steps.Select(step => step.Name).ShouldBe(NetworkEmitter.EmitShape(without.WithoutType(), CancellationToken.None).Steps.Select(step => step.Name));
        shape.Files.Count.ShouldBe(4, "the choice, and a file for each width");
        shape.Files.ShouldAllBe(file => !file.Text.Contains("Masks", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_counts_the_module_and_fits_the_network_that_has_it()
    {
        // Dense, its activation, the dropout, the next one: 0 and 3.
        LayerDescription[] layers =
        [
            new("Dense", 4, 2, Activation.ReLU, 0),
            new("Dropout", 2, 2, Activation.Identity, 10) { Tensors = [], Constants = [0.5f] },
            new("Dense", 2, 1, Activation.Identity, 10),
        ];
        var description = new NetworkDescription(layers, Loss.SquaredError, Optimizer.SGD, Initializer.Uniform);
        using var file = new MemoryStream();
        WeightFile.Save(file, description, new float[13]);
        string header = Encoding.UTF8.GetString(file.ToArray());
        header.ShouldContain("\"0.weight\"");
        header.ShouldContain("\"3.weight\"");
        header.ShouldContain("\"4-2-1 ReLU Identity SquaredError\"");

        Messages("[Network(4, Frozen = true, Weights = \"net.safetensors\")] [Dense(2), Dropout(0.5), Dense(1)] public static partial class Net;").ShouldBeEmpty();
        Messages("[Network(4, Trains = false, Weights = \"net.safetensors\")] [Dense(2), Dropout(0.5), Dense(1)] public partial class Net;").ShouldBeEmpty();
        Messages("[Network(4, Frozen = true, Weights = \"net.safetensors\")] [Dense(2), Dense(1)] public static partial class Net;").ShouldHaveSingleItem().ShouldContain("\"2.weight\"");
        Messages("[Network(4, Weights = \"net.safetensors\")] [Dense(2), Dropout(0.5), Dense(1)] public partial class Net;").ShouldBeEmpty();

        IEnumerable<string> Messages(string source) =>
            EmittedFiles.Of("using Mlp; " + source, new EmissionOptions { WeightFiles = new Dictionary<string, byte[]> { ["net.safetensors"] = file.ToArray() } }).Diagnostics
                .Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    private static NetworkModel Model(string attributes) => Parsed.Network($"using Mlp; {attributes} public partial class Net;");

    private static string Text(NetworkModel model, int file) => NetworkEmitter.Emit(model, CancellationToken.None)[file].Text;
}
