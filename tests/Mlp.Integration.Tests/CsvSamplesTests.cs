using System;
using System.IO;
using System.Linq;
using System.Text;
using Mlp.Samples;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>The samples' reader of CSV files, which new solutions have too, reads what a spreadsheet writes or says where it cannot.</summary>
public sealed class CsvSamplesTests : IDisposable
{
    private const string Headings = "sepal_length,sepal_width,petal_length,petal_width,species\n";
    private const string Good = "5.1,3.5,1.4,0.2,setosa\n";

    private readonly string _path = Path.GetTempFileName();

    [Theory]
    [InlineData(Headings + Good + "\n")]
    [InlineData("\n" + Headings + "\n\n" + Good + "   \n,,,,\n\n")]
    [InlineData("sepal_length,sepal_width,petal_length,petal_width,species\r\n5.1,3.5,1.4,0.2,setosa")]
    [InlineData("sepal_length,sepal_width,petal_length,petal_width,species\r5.1,3.5,1.4,0.2,setosa\r")]
    [InlineData("sepal_length, sepal_width, petal_length, petal_width, species\n 5.1, 3.5, 1.4, 0.2, setosa \n")]
    [InlineData("Species,Petal Width, SEPAL LENGTH ,petal-length,Sepal_Width,Id\nsetosa,0.2,5.1,1.4,3.5,1\n")]
    [InlineData("\"sepal_length\",\"sepal_width\",\"petal_length\",\"petal_width\",\"species\"\n\"5.1\",\"3.5\",\" 1.4\",0.2,\"setosa\"\n")]
    [InlineData("sepal_length;sepal_width;petal_length;petal_width;species\n5,1;3,5;1,4;0,2;setosa\n")]
    [InlineData("sepal_length;sepal_width;petal_length;petal_width;species\n5.1;3.5;1.4;0.2;setosa\n")]
    [InlineData("sep=;\nsepal_length;sepal_width;petal_length;petal_width;species\n5,1;3,5;1,4;0,2;setosa\n")]
    [InlineData("sepal_length\tsepal_width\tpetal_length\tpetal_width\tspecies\n5,1\t3,5\t1,4\t0,2\tsetosa\n")]
    [InlineData("sepal_length|sepal_width|petal_length|petal_width|species\n51e-1|3.5|1.4|.2|setosa\n")]
    public void It_reads_what_is_written_otherwise(string text) => ShouldBeTheGoodSample(Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void It_reads_files_with_a_mark_of_their_encoding()
    {
        foreach (Encoding encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32])
        {
            ShouldBeTheGoodSample(Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Headings + Good)]));
        }
    }

    [Theory]
    [InlineData("line 3, column sepal_width: \"NA\" is no number", Headings + Good + "5.1,NA,1.4,0.2,setosa\n")]
    [InlineData("line 5, column sepal_width: \"?\" is no number", Headings + Good + "\n\n5.1,?,1.4,0.2,setosa\n")]
    [InlineData("line 3, column petal_width: is empty", Headings + Good + "5.1,3.5,1.4,,setosa\n")]
    [InlineData("line 2, column sepal_length: \"NaN\" is no number", Headings + "NaN,3.5,1.4,0.2,setosa\n")]
    [InlineData("line 2, column sepal_length: \"-Infinity\" is no number", Headings + "-Infinity,3.5,1.4,0.2,setosa\n")]
    [InlineData("line 2, column sepal_length: \"1e39\" is no number, or too large", Headings + "1e39,3.5,1.4,0.2,setosa\n")]
    [InlineData("line 2, column sepal_length: \"5,1\" is no number", Headings + "\"5,1\",3.5,1.4,0.2,setosa\n")]
    [InlineData("line 2, column sepal_length: \"1.234,5\" is no number", "sepal_length;sepal_width;petal_length;petal_width;species\n1.234,5;3,5;1,4;0,2;setosa\n")]
    [InlineData("line 3, column sepal_length: \"1,234\" has the decimal mark ,", "sepal_length;sepal_width;petal_length;petal_width;species\n5.1;3.5;1.4;0.2;setosa\n1,234;3.5;1.4;0.2;setosa\n")]
    [InlineData("line 2, column sepal_length: \"5.1 cm\" is no number", Headings + "5.1 cm,3.5,1.4,0.2,setosa\n")]
    [InlineData("line 3, column species: \"Setosa\" is none of the classes setosa, versicolor, virginica", Headings + Good + "5.1,3.5,1.4,0.2,Setosa\n")]
    [InlineData("line 2, column species: \"\" is none of the classes", Headings + "5.1,3.5,1.4,0.2,\n")]
    [InlineData("line 3: Record 3 (line 3) has 4 fields but 5 were expected", Headings + Good + "5.1,3.5,1.4,0.2\n")]
    [InlineData("line 3: Record 3 (line 3) has 6 fields but 5 were expected", Headings + Good + "5.1,3.5,1.4,0.2,setosa,1\n")]
    [InlineData("line 2: Malformed CSV", Headings + "5.1,3.5,1.4,0.2,\"setosa\n" + Good)]
    [InlineData("no column sepal_length. Its first line is \"5.1,3.5,1.4,0.2,setosa\"", Good + Good)]
    [InlineData("no column petal_width", "sepal_length,sepal_width,petal_length,species\n5.1,3.5,1.4,setosa\n")]
    [InlineData("two columns sepal_length", "sepal_length,Sepal Length,sepal_width,petal_length,petal_width,species\n1,5.1,3.5,1.4,0.2,setosa\n")]
    [InlineData("no column sepal_length. Its first line is \"Measurements of 1936\"", "Measurements of 1936\n" + Headings + Good)]
    [InlineData("no column sepal_length. Its first line is \"\"", "")]
    [InlineData("headings and no samples", Headings)]
    [InlineData("headings and no samples", Headings + "\n,,,,\n")]
    public void It_says_where_a_file_is_wrong_and_how(string message, string text) => Complaint(Encoding.UTF8.GetBytes(text)).ShouldContain(message);

    [Fact]
    public void It_says_that_a_file_is_in_another_encoding()
    {
        Complaint(Encoding.Latin1.GetBytes(Headings + "5.1,3.5,1.4,0.2,größer\n")).ShouldContain("line 2: this is not UTF-8");
        Complaint(Encoding.Unicode.GetBytes(Headings + Good)).ShouldContain("line 2: this is not UTF-8");
    }

    [Fact]
    public void It_shows_little_of_what_is_no_text()
    {
        string message = Complaint([.. "PK\u0003\u0004"u8, .. new byte[5_000]]);

        message.ShouldContain("no column sepal_length. Its first line is \"PK ");
        message.Length.ShouldBeLessThan(300);
    }

    [Fact]
    public void It_says_which_file_cannot_be_read()
    {
        string folder = Path.GetDirectoryName(_path)!;
        Should.Throw<InvalidDataException>(() => Read(folder)).Message.ShouldBe($"{folder} is a folder: name a CSV file.");
        Should.Throw<InvalidDataException>(() => Read(_path + ".none")).Message.ShouldStartWith($"{_path}.none cannot be read: ");
        using FileStream locked = File.Open(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Should.Throw<InvalidDataException>(() => Read(_path)).Message.ShouldStartWith($"{_path} cannot be read: ");
    }

    public void Dispose() => File.Delete(_path);

    private static void ShouldBeTheGoodSample(Dataset samples)
    {
        samples.Count.ShouldBe(1);
        samples.Features(0).ToArray().ShouldBe([5.1f, 3.5f, 1.4f, 0.2f]);
        samples.Label(0).ShouldBe(0);
        samples.ClassNames.ShouldBe(["setosa", "versicolor", "virginica"]);
    }

    private static Dataset Read(string path) => CsvSamples.Read(
        path, ["sepal_length", "sepal_width", "petal_length", "petal_width"], "species", ["setosa", "versicolor", "virginica"]);

    private Dataset Read(byte[] content)
    {
        File.WriteAllBytes(_path, content);
        return Read(_path);
    }

    private string Complaint(byte[] content)
    {
        string message = Should.Throw<InvalidDataException>(() => Read(content)).Message;
        message.ShouldStartWith(Path.GetFileName(_path));
        message.Any(char.IsControl).ShouldBeFalse(message);
        return message;
    }
}
