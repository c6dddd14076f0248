using System.Globalization;

namespace Mlp.Generator.Model;

/// <summary>A hash that is the same on every machine and in every run, unlike the runtime's own.</summary>
internal static class StableHash
{
    /// <summary>FNV-1a of a text's characters, 64 bits in 16 digits.</summary>
    public static string Of(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char character in text)
        {
            hash = unchecked((hash ^ character) * 1099511628211);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
