namespace Mlp.Generator.Planning.Orders;

/// <summary>What fills the lanes of a batch.</summary>
internal enum BatchLanes
{
    /// <summary>Outputs of a layer; samples are the rows of a tile.</summary>
    Outputs,

    /// <summary>Samples; inputs and outputs are transposed on the way.</summary>
    Samples,
}
