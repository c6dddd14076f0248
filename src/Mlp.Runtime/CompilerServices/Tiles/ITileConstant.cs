using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>A number as a type argument of a tile's function, so that it is a constant where the function is inlined.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITileConstant
{
    /// <summary>The number.</summary>
    static abstract float Value { get; }
}
