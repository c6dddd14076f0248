namespace Mlp.Samples;

/// <summary>What somebody at a page may ask for.</summary>
internal enum ClientRequest
{
    /// <summary>1 stops the world, 0 lets it go on.</summary>
    Pause,

    /// <summary>A single step of a world that is stopped.</summary>
    Step,

    /// <summary>How many times as fast as a clock the world goes.</summary>
    Speed,

    /// <summary>The creatures from the next generation on.</summary>
    Population,

    /// <summary>A new world of this seed.</summary>
    World,

    /// <summary>The creature whose brain this page wants to see; −1 for none.</summary>
    Watch,
}

/// <summary>A valid message of a page.</summary>
/// <param name="Request">What it asks for.</param>
/// <param name="Value">A number that belongs to it, within its range.</param>
internal readonly record struct ClientCommand(ClientRequest Request, long Value);
