namespace Mlp.Searching;

/// <summary>How the points of a space are chosen.</summary>
public enum SearchStrategy
{
    /// <summary>At random. Of a space that is wholly listed, no point comes twice before each has come once.</summary>
    Random,

    /// <summary>Every point once: all combinations of what is listed.</summary>
    Grid,
}
