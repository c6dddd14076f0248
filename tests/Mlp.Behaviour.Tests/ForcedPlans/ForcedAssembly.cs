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

    public ForcedAssembly(IReadOnlyList<ForcedCase> cases)
    {
        EmittedShape[] shapes = [.. cases.Select(Shape).DistinctBy(shape => shape.Name)];
        var owners = StepOwners.Of(shapes);
        IEnumerable<EmittedFile> files = [.. cases.Select(Members), .. shapes.SelectMany(shape => shape.Files), .. shapes.Select(owners.FileOf).OfType<EmittedFile>()];
        _loaded = LoadedAssembly.Of(GeneratorHarness.Compile(Options, [.. files.Select(file => file.Text), .. cases.Select(Declaration)]));
    }

    public NetworkCase Network(ForcedShape shape) => NetworkCatalogue.Of(_loaded.Type(shape.Name));

    public void Dispose() => _loaded.Dispose();

    private static string Declaration(ForcedCase forced) => $"public sealed partial class {forced.Shape.Model.Type.Name};";

    private static EmittedFile Members(ForcedCase forced) => NetworkEmitter.EmitMembers(forced.Shape.Model, HintNames.Alone(forced.Shape.Model));

    private static EmittedShape Shape(ForcedCase forced) =>
        NetworkEmitter.EmitShape(forced.Shape.Model.WithoutType(), CancellationToken.None, forced.Choices, [ActiveWidth.Vectors]);
}
