namespace Mlp.Generator.Planning.Storage;

/// <summary>Where an operand of a step stands.</summary>
internal abstract record Place
{
    /// <summary>The caller's samples.</summary>
    internal sealed record Caller : Place;

    /// <summary>A region of the scratch memory.</summary>
    /// <param name="Buffer">The region.</param>
    /// <param name="Offset">Floats from its start: planes begin behind their border.</param>
    internal sealed record Scratch(BufferPlan Buffer, int Offset = 0) : Place;

    /// <summary>A tensor of the parameters.</summary>
    /// <param name="Tensor">The tensor.</param>
    /// <param name="Offset">Floats from its start.</param>
    internal sealed record Parameters(TensorStorage Tensor, int Offset = 0) : Place;

    /// <summary>What a tensor's gradient is added onto: the parameters themselves, or memory that is laid out like them.</summary>
    /// <param name="Tensor">The tensor.</param>
    internal sealed record Destination(TensorStorage Tensor) : Place;
}
