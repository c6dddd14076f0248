namespace Mlp.CompilerServices;

/// <summary>What the compiler knows to be so or not in a loop that is compiled for it.</summary>
internal interface ISwitch
{
    /// <summary>Whether it is so.</summary>
    static abstract bool IsOn { get; }
}

/// <summary>It is so.</summary>
internal readonly struct On : ISwitch
{
    public static bool IsOn => true;
}

/// <summary>It is not so.</summary>
internal readonly struct Off : ISwitch
{
    public static bool IsOn => false;
}
