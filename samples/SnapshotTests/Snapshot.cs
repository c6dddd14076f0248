using System.IO;
using System.Text;
using Xunit;

namespace Samples;

/// <summary>A text and the file that it should be equal to: all that is needed of a snapshot library here.</summary>
internal static class Snapshot
{
    /// <summary>Compares; where they differ, the text is written beside the file, to be looked at and renamed.</summary>
    public static void Verify(string text, string verified)
    {
        string received = verified.Replace(".verified.", ".received.");
        File.Delete(received);
        if (!File.Exists(verified) || File.ReadAllText(verified).ReplaceLineEndings("\n") != text)
        {
            File.WriteAllText(received, text, Encoding.UTF8);
            Assert.Fail($"The emitted code changed. Compare {received} with {verified}, and where it is good give it that name.");
        }
    }
}
