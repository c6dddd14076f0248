using System.IO;
using System.Linq;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>Each fault of a file has its code, and a message that says what is wrong and what to do.</summary>
public sealed class BadFileTests
{
    [Fact]
    public void Each_fault_has_its_code()
    {
        string[] wrong = [.. BadFiles.All.Select(row => Complaint((string)row[0], (byte[])row[1], (WeightFileError)row[2])).OfType<string>()];
        wrong.ShouldBeEmpty();
    }

    /// <summary>What is too large is in <see cref="PathTests"/>, whose state it is in <see cref="OptimizerStateTests"/>, and of which network it is in <see cref="SameNetworkTests"/>.</summary>
    [Fact]
    public void Each_code_is_tested() =>
        BadFiles.All.Select(row => (WeightFileError)row[2]).Concat([WeightFileError.TooLarge, WeightFileError.OptimizerMismatch, WeightFileError.NetworkMismatch]).Distinct().Order()
            .ShouldBe(System.Enum.GetValues<WeightFileError>().Order());

    [Fact]
    public void The_file_of_which_the_others_are_variants_is_good() =>
        Safetensors.Load(Safetensors.File(Safetensors.Header)).ShouldBe(new float[17]);

    // One byte a read, no seeking: the code must not depend on it.
    private static string? Complaint(string name, byte[] file, WeightFileError code)
    {
        string shown = name.Length > 60 ? name[..60] : name;
        foreach (Stream stream in (Stream[])[new MemoryStream(file), new SlowStream(file)])
        {
            try
            {
                WeightFile.Load(stream, Networks.Small);
                return $"{shown}: loaded from {stream.GetType().Name}";
            }
            catch (WeightFileException exception)
            {
                if (exception.Code != code)
                {
                    return $"{shown}: {exception.Code} in place of {code} from {stream.GetType().Name}: {exception.Message}";
                }

                if (exception.Message.Length is < 40 or > 700 || exception.Message.Any(char.IsControl))
                {
                    return $"{shown}: message {exception.Message}";
                }
            }
        }

        return null;
    }
}
