using System.Collections.Generic;
using System.Threading;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission;

/// <summary>A network's model → its files: the surface first, then one file for each vector width.</summary>
internal static class NetworkEmitter
{
    public static IReadOnlyList<EmittedFile> Emit(NetworkModel model, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return [];
    }
}
