using System.Collections.Generic;

namespace Mlp.Benchmarks.Peers;

/// <summary>A width of vectors that everything is measured at, and what holds both sides to it.</summary>
/// <param name="Bits">The widest vectors that may be used.</param>
internal sealed record VectorWidth(int Bits)
{
    /// <summary>The widths to measure on this machine, widest first: its own, and 256 bits where it has more.</summary>
    public static IReadOnlyList<VectorWidth> OfThisMachine { get; } =
        Machine.VectorBits == 512 ? [new(512), new(256)] : [new(Machine.VectorBits)];

    /// <summary>What holds our process and its children to the width.</summary>
    public IReadOnlyList<(string Name, string Value)> Switches => Bits == 256 ? [("DOTNET_EnableAVX512", "0")] : [];

    /// <summary>What holds a peer's process to the width and to one thread; g++ was told by install.sh.</summary>
    public IReadOnlyList<(string Name, string Value)> PeerSwitches =>
    [
        ("OMP_NUM_THREADS", "1"),
        ("OPENBLAS_NUM_THREADS", "1"),
        .. Bits switch
        {
            // OpenBLAS does not choose these kernels by itself on processors younger than it.
            512 => [("OPENBLAS_CORETYPE", "SkylakeX")],
            256 => [("OPENBLAS_CORETYPE", "Haswell"), ("ATEN_CPU_CAPABILITY", "avx2"), ("ONEDNN_MAX_CPU_ISA", "AVX2")],
            _ => (IReadOnlyList<(string, string)>)[],
        },
    ];

    /// <summary>The folder among those of the peers that has the programs compiled for the width.</summary>
    public string Folder => $"{Bits}";

    /// <summary>Whether the processor itself has nothing wider, so that a library without a switch keeps to the width too.</summary>
    public bool IsWidestOfProcessor => Bits == 512 || !Machine.ProcessorHas512;

    /// <inheritdoc/>
    public override string ToString() => $"{Bits} bits";
}
