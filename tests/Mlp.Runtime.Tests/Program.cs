using Mlp.Runtime.Tests.Serialization;

namespace Mlp.Runtime.Tests;

/// <summary>The test assembly as a program: for runs under a switch, and for what needs a process of its own.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is not [SavingProgram.Command, string what, string path])
        {
            return Suite.Run(arguments);
        }

        SavingProgram.Run(what, path);
        return 0;
    }
}
