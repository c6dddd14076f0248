using System;

namespace Mlp.Behaviour.Tests.WeightFiles;

/// <summary>A declared network and the ways to weights from a file.</summary>
/// <param name="Description">What it was declared with.</param>
/// <param name="Load">Its own Load, of files with PyTorch's names.</param>
/// <param name="LoadWeights">Into a network that there is, of any layout.</param>
internal sealed record LoadableNetwork(
    NetworkDescription Description, Func<string, LoadedNetwork> Load, Func<string, WeightFileOptions, LoadedNetwork> LoadWeights)
{
    /// <summary>The ways of one type.</summary>
    public static LoadableNetwork Of<TNetwork>(Func<string, TNetwork> load)
        where TNetwork : INetwork<TNetwork>, new() => new(
            TNetwork.Description,
            path => LoadedNetwork.Of(load(path)),
            (path, options) =>
            {
                var network = new TNetwork();
                network.LoadWeights(path, options);
                return LoadedNetwork.Of(network);
            });
}
