namespace Mlp.Behaviour.Tests;

/// <summary>The test assembly as a program, for runs under a switch.</summary>
internal static class Program
{
    private static int Main(string[] arguments) => Suite.Run(arguments);
}
