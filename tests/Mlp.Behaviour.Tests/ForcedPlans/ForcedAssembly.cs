using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Mlp.Generator.Emission;
using Mlp.Testing;

namespace Mlp.Behaviour.Tests.ForcedPlans;

/// <summary>The networks of one forced choice, emitted for the active width and compiled together, as a consumer's build would.</summary>
internal sealed class ForcedAssembly : IDisposable
{
    private static readonly HarnessOptions Options = HarnessOptions.Default with { AssemblyName = "Forced", Documentation = DocumentationMode.None };

    private readonly LoadedAssembly _loaded;

    public ForcedAssembly(IReadOnlyList<ForcedCase> cases) =>
        _loaded = LoadedAssembly.Of(GeneratorHarness.Compile(Options, [.. cases.SelectMany(Files).DistinctBy(file => file.HintName).Select(file => file.Text), .. cases.Select(Declaration)]));

    public NetworkCase Network(ForcedShape shape) => NetworkCatalogue.Of(_loaded.Type(shape.Name));

    public void Dispose() => _loaded.Dispose();

    private static string Declaration(ForcedCase forced) => $"public sealed partial class {forced.Shape.Model.Type.Name};";

    /// <summary>A network's files; steps may be those of another one.</summary>
    private static IEnumerable<EmittedFile> Files(ForcedCase forced)
    {
        var model = forced.Shape.Model;
        EmittedShape shared = NetworkEmitter.EmitShape(model.WithoutType(), CancellationToken.None, forced.Choices, [ActiveWidth.Vectors]);
        return shared.All.Prepend(NetworkEmitter.EmitMembers(model, HintNames.Alone(model)));
    }
}
