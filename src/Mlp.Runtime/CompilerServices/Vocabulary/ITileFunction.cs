using System.ComponentModel;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

/// <summary>A function of each element, as a type argument of a tile: it is applied while the sums are in registers.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITileFunction
{
    /// <summary>The function of each lane.</summary>
    /// <param name="x">Its arguments.</param>
    static abstract Vector128<float> Of(Vector128<float> x);

    /// <inheritdoc cref="Of(Vector128{float})"/>
    static abstract Vector256<float> Of(Vector256<float> x);

    /// <inheritdoc cref="Of(Vector128{float})"/>
    static abstract Vector512<float> Of(Vector512<float> x);

    /// <summary>The function of each lane as deterministic networks have it: the same bits on every hardware.</summary>
    /// <param name="x">Its arguments.</param>
    static abstract Vector128<float> Deterministic(Vector128<float> x);

    /// <inheritdoc cref="Deterministic(Vector128{float})"/>
    static abstract Vector256<float> Deterministic(Vector256<float> x);

    /// <inheritdoc cref="Deterministic(Vector128{float})"/>
    static abstract Vector512<float> Deterministic(Vector512<float> x);
}
