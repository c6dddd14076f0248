using System.Linq;
using Mlp.Searching.Data;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests.Data;

/// <summary>Datasets that travel.</summary>
public sealed class DatasetBytesTests
{
    [Fact]
    public void Samples_names_and_scalers_arrive()
    {
        Dataset lines = Samples.Lines();
        Dataset scaled = MinMaxScaler.FitTargets(lines).TransformTargets(StandardScaler.Fit(lines).Transform(lines));
        Dataset numbered = Dataset.FromLabels([1, 2, 3, 4, 5, 6], 2, [0, 1, 2]);
        foreach (Dataset data in (Dataset[])[Samples.Clouds(), lines, scaled, Samples.Clouds().Split(0.3, 1).HeldOut, numbered, numbered.Subset(..2)])
        {
            string hash = DatasetHash.Of(data);

            Dataset arrived = DatasetBytes.Read(DatasetBytes.Of(data), hash);

            DatasetHash.Of(arrived).ShouldBe(hash);
            arrived.Schema.ShouldBe(data.Schema);
            arrived.ClassNames.ShouldBe(data.ClassNames);
            arrived.Features().ShouldBe(data.Features());
        }
    }

    [Fact]
    public void Every_damaged_byte_is_noticed()
    {
        Dataset data = StandardScaler.Fit(Samples.Clouds(6)).Transform(Samples.Clouds(6));
        string hash = DatasetHash.Of(data);
        byte[] bytes = DatasetBytes.Of(data);
        foreach (int place in Enumerable.Range(0, bytes.Length))
        {
            byte[] damaged = [.. bytes];
            damaged[place] ^= 0x40;

            Should.Throw<SearchException>(() => DatasetBytes.Read(damaged, hash)).Message.ShouldStartWith($"The data with the hash {hash} has arrived damaged: ");
        }

        foreach (int length in Enumerable.Range(0, bytes.Length))
        {
            Should.Throw<SearchException>(() => DatasetBytes.Read(bytes[..length], hash));
        }
    }
}
