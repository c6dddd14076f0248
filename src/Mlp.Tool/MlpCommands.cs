using Mlp.Tool.Verification;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Mlp.Tool;

/// <summary>The commands of the program.</summary>
internal static class MlpCommands
{
    /// <summary>Runs one.</summary>
    /// <param name="arguments">The arguments of the program.</param>
    /// <param name="console">Where it prints.</param>
    /// <returns>The exit code.</returns>
    internal static int Run(string[] arguments, IAnsiConsole console)
    {
        var application = new CommandApp();
        application.Configure(configuration =>
        {
            configuration.SetApplicationName("mlp");
            configuration.ConfigureConsole(console);
            configuration.AddCommand<InspectCommand>("inspect").WithDescription("Shows what is in an ONNX file or a weight file, and what a build would make of it.").WithExample("inspect", "policy.onnx");
            configuration.AddCommand<VerifyCommand>("verify").WithDescription("Compares the code that a build emits for an ONNX file with ONNX Runtime.").WithExample("verify", "policy.onnx", "inputs.csv");
        });
        return application.Run(arguments);
    }
}
