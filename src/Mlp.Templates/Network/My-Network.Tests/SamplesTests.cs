namespace My_Network.Tests;

using global::System.IO;
using global::Mlp.Training;
using global::Xunit;

/// <summary>A file of samples is read whole, or the message says where it is wrong.</summary>
public sealed class SamplesTests
{
    private const string Headings = "sepal_length,sepal_width,petal_length,petal_width,species\n";

    [Theory]
    [InlineData("line 3, column petal_width", Headings + "5.1,3.5,1.4,0.2,setosa\n4.9,3.0,1.4,NA,setosa\n")]
    [InlineData("line 2, column species", Headings + "5.1,3.5,1.4,0.2,rose\n")]
    [InlineData("no column sepal_length", "5.1,3.5,1.4,0.2,setosa\n")]
    public void What_is_wrong_is_named(string place, string text) =>
        Assert.Contains(place, Assert.Throws<InvalidDataException>(() => Read(text)).Message);

    [Fact]
    public void Columns_may_stand_in_any_order_and_semicolons_between_them()
    {
        Dataset samples = Read("Species;Petal Width;Petal Length;Sepal Width;Sepal Length\n\nsetosa;0,2;1,4;3,5;5,1\n\n");

        Assert.Equal([5.1f, 3.5f, 1.4f, 0.2f], samples.Features(0).ToArray());
    }

    private static Dataset Read(string text)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return Samples.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
