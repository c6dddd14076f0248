namespace Mlp.Generator.Planning.Steps;

/// <summary>A window over an image; a sequence is an image of one line.</summary>
/// <param name="Rows">How it goes over lines.</param>
/// <param name="Columns">How it goes over columns.</param>
internal sealed record PlaneWindow(PlaneAxis Rows, PlaneAxis Columns)
{
    /// <summary>The values that it sees.</summary>
    public int Taps => Rows.Kernel * Columns.Kernel;
}
