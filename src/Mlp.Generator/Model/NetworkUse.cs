namespace Mlp.Generator.Model;

/// <summary>What a network is for, and so which members it has.</summary>
internal enum NetworkUse
{
    /// <summary>It predicts and is trained.</summary>
    Trains,

    /// <summary>It predicts only; its parameters are loaded or set, and may be compiled in.</summary>
    Predicts,

    /// <summary>It is the weights that are compiled in, for ever: all members are static.</summary>
    Frozen,
}
