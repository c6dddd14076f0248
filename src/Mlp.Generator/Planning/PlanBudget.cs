using System.Linq;
using Mlp.Generator.Model;

namespace Mlp.Generator.Planning;

/// <summary>The limits that plans keep, each with its reason. Numbers are decided here and nowhere else.</summary>
internal static class PlanBudget
{
    /// <summary>
    /// Storage is padded to 16 floats (64 bytes), a cache line and the widest vector, for every width: one layout, so
    /// that parameters mean the same whichever kernels run.
    /// </summary>
    public const int StorageLanes = 16;

    /// <summary>
    /// Vector operations one method may hold unrolled. The JIT gives up optimising a method of 20,000 IL instructions or
    /// 2,000 locals, and a first call costs about 9 ms for each 1,000 unrolled operations; a loop around a tile is as fast.
    /// </summary>
    public const int UnrolledOperationsPerMethod = 400;

    /// <summary>
    /// Vector operations, those of activations among them, that one method may hold: the JIT inlines no more once a method has 512
    /// variables, and every operation is a method of the runtime that is inlined. Twenty layers of tanh were past that.
    /// </summary>
    public const int InlinedOperationsPerMethod = 420;

    /// <summary>Sums of all tiles of one method, for the same reason.</summary>
    public const int SumsPerMethod = 72;

    /// <summary>Vector operations up to which one layer of a single sample is unrolled in line.</summary>
    public const int UnrolledOperationsPerLayer = 128;

    /// <summary>
    /// Independent sums that keep the multiply-add units busy: a fused multiply-add takes four cycles and two start in each.
    /// </summary>
    public const int IndependentSums = 8;

    /// <summary>
    /// Sums of one sample's looped layer. Its weights come from the outer caches, a stretch of each row at a time: the longer
    /// the stretch, the better they stream (784-512-512-10: a tenth faster with 16 than with 8).
    /// </summary>
    public static int LoopedSums(VectorWidth width) => width == VectorWidth.Vector512 ? 16 : IndependentSums;

    /// <summary>The vector registers of a width: AVX-512 has 32, what came before it 16.</summary>
    public static int Registers(VectorWidth width) => width == VectorWidth.Vector512 ? 32 : 16;

    /// <summary>Scratch up to this many bytes stands on the stack, well within what a call may take.</summary>
    public const int StackBytes = 24 * 1024;

    /// <summary>The most bytes of stack that a call may take in all, whoever chooses.</summary>
    public const int MostStackBytes = 64 * 1024;

    /// <summary>Samples that go through the layers together: their activations stay in the nearest caches.</summary>
    public const int ChunkSamples = 64;

    /// <summary>
    /// Samples that stand side by side in planes: a vector of the widest, so that no lane is empty whatever the image's width, and
    /// what a chunk leaves for its way back stays in a second-level cache.
    /// </summary>
    public const int PlaneSamples = StorageLanes;

    /// <summary>
    /// Agents of a block of a population: a vector of the widest, so that no lane is empty, at every width, so that parameters mean the same
    /// whichever kernels run.
    /// </summary>
    public const int BlockAgents = StorageLanes;

    /// <summary>
    /// Samples whose terms of a gradient are added up in single precision; more are added block by block in double. So what
    /// rounding does to a gradient has a bound, 1,024 · 2⁻²⁴ of its terms, however many samples there are. A block costs a pass or
    /// two over the parameters: four of 784-512-512-10 take 0.5 ms, their 4,096 samples 130.
    /// </summary>
    public const int BlockSamples = 1024;

    /// <summary>The nearest cache, of which weights larger than this leave nothing to the rest: 32 KB on most processors.</summary>
    public const int NearestCacheBytes = 32 * 1024;

    /// <summary>
    /// The outputs of a panel of weights, the first that leaves nothing over: the sums of one sample at 256 bits fill eight registers with 64
    /// of them, and a tile of 512 bits has 32 columns. A longer row takes up few sets of a cache, and a page for each row or two:
    /// 784-512-512-10 takes a fifth less time in panels. 64 as against 32: one sample another 3 % faster, batches 1 % slower.
    /// </summary>
    private static readonly int[] Panels = [64, 32];

    /// <summary>The outputs of a panel for so many of them; 0 where one panel is all, or something would be left over.</summary>
    /// <param name="outputs">The outputs.</param>
    public static int PanelOf(int outputs) => outputs > Panels.Max() ? Panels.FirstOrDefault(panel => outputs % panel == 0) : 0;

    /// <summary>The least samples in a chunk: eight rows fill a tile.</summary>
    public const int LeastChunkSamples = 8;

    /// <summary>Scratch of a chunk larger than this gets smaller chunks: 512 KB is half of a common second-level cache.</summary>
    public const int ScratchBytes = 512 * 1024;

    /// <summary>Sums that are reduced across lanes together: four come out as the lanes of one 128-bit vector.</summary>
    public const int SumsReducedTogether = 4;

    /// <summary>Vectors of one row that are written out one by one; more are a loop.</summary>
    public const int UnrolledRowVectors = 4;

    /// <summary>
    /// Different layers past which tiles are small and nothing is unrolled: each has methods of its own, and the text of
    /// a network has a limit.
    /// </summary>
    public const int LayersInFull = 4;

    /// <summary>
    /// Whether a network's text is kept short: small tiles, nothing unrolled, one way through a batch. Where layers go over planes nothing is
    /// written out anyway.
    /// </summary>
    public static bool IsCompact(NetworkModel model, PlanChoices choices) => choices.IsCompact ?? (model.IsDense && model.DistinctLayers > LayersInFull);

    /// <summary>Emitted characters of a network, all files together: 1 MB. Small tiles and the limit of different layers keep every network within it.</summary>
    public const int EmittedCharacters = 1024 * 1024;
}
