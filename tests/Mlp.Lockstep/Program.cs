using System;

namespace Mlp.Lockstep;

/// <summary>Prints the lines of hashes.txt.</summary>
internal static class Program
{
    private static void Main()
    {
        // Line feeds on every platform, for the lines are compared with a file.
        foreach (string line in LockstepHashes.Lines())
        {
            Console.Out.Write(line + "\n");
        }
    }
}
