namespace Mlp.Generator.Emission;

/// <summary>Spells offsets into memory: how many rows of a named stride, and sums of such, without zeros and ones.</summary>
internal static class Offsets
{
    /// <summary>So many strides, the stride being a constant of the method; a stride of one needs no name.</summary>
    public static string Rows(int count, string constant, int stride = 0) => count switch
    {
        0 => "0",
        _ when stride == 1 => CSharpLiteral.Int(count),
        1 => constant,
        _ => $"{CSharpLiteral.Int(count)} * {constant}",
    };

    /// <summary>a + b.</summary>
    public static string Sum(string a, string b) => a is "0" or "" ? b : b is "0" or "" ? a : $"{Term(a)} + {b}";

    private static string Term(string value) => value.IndexOf(' ') < 0 ? value : $"({value})";
}
