using System.Runtime.CompilerServices;
using Mlp.Tool.Verification;

namespace Mlp.Onnx.Tests.Tool;

/// <summary>The tool tells where ONNX Runtime's library is, which can be told once in a process and before anybody uses it.</summary>
internal static class LoadedRuntime
{
    [ModuleInitializer]
    internal static void Load() => RuntimeLibrary.TryLoad(null);
}
