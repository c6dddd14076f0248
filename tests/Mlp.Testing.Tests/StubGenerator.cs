using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Mlp.Testing.Tests;

/// <summary>A generator that emits what it is told, for tests of the harness and the verifier.</summary>
internal sealed class StubGenerator(IReadOnlyDictionary<string, string> files) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.CompilationProvider, (output, _) =>
        {
            foreach ((string hint, string text) in files)
            {
                output.AddSource(hint, text);
            }
        });
}
