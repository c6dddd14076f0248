using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>The way back of chunks that are trained on, whose way forward kept in scratch memory what it needs.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version. Nothing is checked.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IBackwardChunks
{
    /// <summary>Back through the layers: the error of each, and its gradient added up [Lu 11-14].</summary>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="inputs">The samples.</param>
    /// <param name="scratch">The scratch memory with the δ of the outputs.</param>
    /// <param name="destination">What the gradient is added onto: another storage, or the parameters themselves.</param>
    /// <param name="samples">How many samples there are.</param>
    static abstract void Backward(ref float parameters, ref float inputs, ref float scratch, ref float destination, int samples);
}
