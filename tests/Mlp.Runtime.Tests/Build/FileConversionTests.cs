using System;
using System.IO;
using System.Linq;
using Mlp.Build;
using Mlp.Runtime.Tests.Serialization;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Build;

/// <summary>A text is of the content that the weight file has now, whatever its time and length; and what says the same is not written again.</summary>
public sealed class FileConversionTests : IDisposable
{
    private static readonly DateTime Noon = new(2024, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlp-conversion-");

    private string Weights => Path.Combine(_folder.FullName, "weights.safetensors");

    private string Text => Path.Combine(_folder.FullName, "weights.txt");

    [Theory]
    [InlineData(17, 17)]
    [InlineData(17, 0)]
    public void A_file_of_the_same_time_is_converted_when_its_content_is_another(int before, int after)
    {
        Write(ContentOf(before, 0.25f), Noon);
        Convert();
        Write(ContentOf(after, 0.5f), Noon);

        Convert();

        File.ReadAllText(Text).ShouldContain(after == 0 ? "fault TooShort" : "0.5 0.5");
        File.ReadAllText(Text).ShouldNotContain("0.25");
    }

    [Fact]
    public void A_file_of_another_time_and_the_same_content_leaves_the_text_as_it_is()
    {
        Write(ContentOf(17, 0.25f), Noon);
        Convert();
        File.SetLastWriteTimeUtc(Text, DateTime.UnixEpoch);

        Write(ContentOf(17, 0.25f), Noon.AddDays(1));
        Convert();

        File.GetLastWriteTimeUtc(Text).ShouldBe(DateTime.UnixEpoch);
    }

    [Fact]
    public void A_text_of_another_version_of_the_tool_or_a_damaged_one_is_made_anew()
    {
        Write(ContentOf(17, 0.25f), Noon);
        Convert();
        string good = File.ReadAllText(Text);
        foreach (string text in (string[])[good.Replace("content ", "content 0"), "", "mlp weights 1\n"])
        {
            File.WriteAllText(Text, text);
            Convert();
            File.ReadAllText(Text).ShouldBe(good);
        }
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_asked_for_again_in_each_build()
    {
        Convert();
        File.ReadAllText(Text).ShouldContain("\nfault Unreadable Could not find file");
        Directory.CreateDirectory(Weights);
        Convert();
        File.ReadAllText(Text).ShouldContain("is a directory: name a file in it.");
        Directory.Delete(Weights);
        Write(ContentOf(17, 0.25f), Noon);
        Convert();
        File.ReadAllText(Text).ShouldContain("0.25 0.25");
    }

    [Fact]
    public void Behind_a_link_in_any_place_of_the_path_it_is_the_content_that_counts()
    {
        if (OperatingSystem.IsWindows())
        {
            // Who makes links there must be an administrator.
            return;
        }

        foreach (string version in (string[])["v1", "v2"])
        {
            string file = Path.Combine(_folder.CreateSubdirectory(version).FullName, "iris.safetensors");
            File.WriteAllBytes(file, ContentOf(17, version == "v1" ? 0.25f : 0.5f));
            File.SetLastWriteTimeUtc(file, Noon);
        }

        string link = Path.Combine(_folder.FullName, "latest");
        Directory.CreateSymbolicLink(link, Path.Combine(_folder.FullName, "v1"));
        var linked = new RequestedWeights(Path.Combine(link, "iris.safetensors"), AllowDouble: false);
        FileConversion.Run(linked, Text);
        string[] lines = File.ReadAllLines(Text);
        lines[1].ShouldBe("file " + linked.Path);
        lines[2].ShouldEndWith(Path.Combine("v1", "iris.safetensors"));
        lines[2].ShouldStartWith("real ");

        Directory.Delete(link);
        Directory.CreateSymbolicLink(link, Path.Combine(_folder.FullName, "v2"));
        FileConversion.Run(linked, Text);
        File.ReadAllText(Text).ShouldContain("0.5 0.5");
    }

    [Fact]
    public void One_file_read_in_two_ways_has_two_texts()
    {
        var single = new RequestedWeights(Weights, AllowDouble: false);
        string[] names = [.. new[] { single, single with { AllowDouble = true }, single with { Path = Weights + "x" } }.Select(file => file.TextName)];

        names.Distinct().Count().ShouldBe(3);
        names.ShouldAllBe(name => name.EndsWith(".mlpweights.txt") && name.Length < 50);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static byte[] ContentOf(int parameters, float value) => parameters == 0 ? [1] : Safetensors.Save(Networks.Small, [.. Enumerable.Repeat(value, parameters)]);

    private void Write(byte[] content, DateTime time)
    {
        File.WriteAllBytes(Weights, content);
        File.SetLastWriteTimeUtc(Weights, time);
    }

    private void Convert() => FileConversion.Run(new RequestedWeights(Weights, AllowDouble: false), Text);
}
