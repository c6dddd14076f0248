using System;
using System.IO;
using System.Linq;
using System.Text;
using Mlp.Evolution;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Evolution;

/// <summary>Populations in files.</summary>
public sealed class PopulationFileTests
{
    [Fact]
    public void A_generation_past_all_numbers_is_refused()
    {
        using var population = new Population<TinyBrain>(1);
        byte[] file = Saved(population).ToArray();
        int header = BitConverter.ToInt32(file);
        string text = Encoding.Latin1.GetString(file, 8, header).TrimEnd().Replace("\"population.generation\":\"0\"", "\"population.generation\":\"9223372036854775808\"", StringComparison.Ordinal);
        byte[] changed = Encoding.Latin1.GetBytes(text.PadRight((text.Length + 7) / 8 * 8));
        byte[] whole = [.. BitConverter.GetBytes((long)changed.Length), .. changed, .. file.AsSpan(8 + header)];
        WeightFileException refusal = Should.Throw<WeightFileException>(() => Population<TinyBrain>.Load(new MemoryStream(whole)));
        refusal.Code.ShouldBe(WeightFileError.MetadataMismatch);
        refusal.Message.ShouldContain("a whole number up to 9223372036854775807");
    }

    [Fact]
    public void An_evolution_goes_on_where_it_was()
    {
        float[] fitness = [.. Enumerable.Range(0, 21).Select(static agent => (float)(agent * 13 % 21))];
        using var population = new Population<ElementBrain>(21, seed: ulong.MaxValue);
        population.Evolve(fitness);
        population.SetAgent(20, [float.NaN, .. Enumerable.Repeat(float.PositiveInfinity, ElementBrain.ParameterCount - 1)]);
        using var stream = new MemoryStream();
        population.Save(stream);
        stream.Position = 0;
        using Population<ElementBrain> loaded = Population<ElementBrain>.Load(stream, degreeOfParallelism: 2);
        (loaded.Agents, loaded.Seed, loaded.Generation).ShouldBe((21, ulong.MaxValue, 1));
        Samples.BitsOf(PopulationParameterTests.MatrixOf(loaded)).ShouldBe(Samples.BitsOf(PopulationParameterTests.MatrixOf(population)));
        population.Evolve(fitness);
        loaded.Evolve(fitness);
        Samples.BitsOf(PopulationParameterTests.MatrixOf(loaded)).ShouldBe(Samples.BitsOf(PopulationParameterTests.MatrixOf(population)));
    }

    [Fact]
    public void A_file_is_replaced_in_one_step()
    {
        string directory = Directory.CreateTempSubdirectory("mlp-population").FullName;
        try
        {
            string path = Path.Combine(directory, "brains.safetensors");
            File.WriteAllText(path, "something else");
            using var population = new Population<TinyBrain>(17);
            population.Save(path);
            Directory.GetFiles(directory).ShouldBe([path]);
            using Population<TinyBrain> loaded = Population<TinyBrain>.Load(path);
            PopulationParameterTests.MatrixOf(loaded).ShouldBe(PopulationParameterTests.MatrixOf(population));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public void A_population_of_another_network_is_refused()
    {
        using var population = new Population<TinyBrain>(3);
        WeightFileException refusal = Should.Throw<WeightFileException>(() => Population<RegisterClassifier>.Load(Saved(population)));
        refusal.Code.ShouldBe(WeightFileError.NetworkMismatch);
        refusal.Message.ShouldContain("4-8-2 ReLU Identity SquaredError");

        // The same network by another name is the same.
        using Population<PlainBrain> plain = Population<PlainBrain>.Load(Saved(population));
        PopulationParameterTests.MatrixOf(plain).ShouldBe(PopulationParameterTests.MatrixOf(population));
    }

    [Fact]
    public void The_weights_of_one_network_are_no_population()
    {
        using var stream = new MemoryStream();
        new TinyBrain(1).Save(stream);
        stream.Position = 0;
        WeightFileException refusal = Should.Throw<WeightFileException>(() => Population<TinyBrain>.Load(stream));
        refusal.Code.ShouldBe(WeightFileError.MissingTensor);
        refusal.Message.ShouldContain("it has no population: load the weights of a single network with LoadWeights");
    }

    [Fact]
    public void Every_file_that_is_cut_off_is_refused()
    {
        using var population = new Population<TinyBrain>(2);
        byte[] bytes = Saved(population).ToArray();
        for (int length = 0; length < bytes.Length; length += 7)
        {
            Should.Throw<WeightFileException>(() => Population<TinyBrain>.Load(new MemoryStream(bytes, 0, length)));
        }
    }

    private static MemoryStream Saved<TNetwork>(Population<TNetwork> population)
        where TNetwork : INetwork<TNetwork>, new()
    {
        var stream = new MemoryStream();
        population.Save(stream);
        stream.Position = 0;
        return stream;
    }
}
