using System.Collections.Generic;
using System.Threading;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission;

/// <summary>A network's model → its files: the surface first, then one file for each vector width.</summary>
internal static class NetworkEmitter
{
    /// <summary>The files of a network that is alone in its compilation.</summary>
    public static IReadOnlyList<EmittedFile> Emit(NetworkModel model, CancellationToken cancellationToken) =>
        Emit(model, HintNames.Alone(model), cancellationToken);

    /// <summary>The files of a network.</summary>
    public static IReadOnlyList<EmittedFile> Emit(NetworkModel model, HintNames hints, CancellationToken cancellationToken)
    {
        var files = new List<EmittedFile> { new SurfaceWriter(model, hints).Write() };
        foreach (VectorWidth width in NetworkPlan.Widths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            files.Add(new KernelWriter(NetworkPlan.For(model, width), hints).Write());
        }

        return files;
    }
}
