namespace Mlp.CompilerServices;

/// <summary>An activation of one number. A structure as a type argument and not an object, so that loops call it directly; its fields are the activation's numbers.</summary>
internal interface IElementFunction
{
    /// <summary>Whether g′ is computed from z; otherwise it is from g(z).</summary>
    static abstract bool SlopeNeedsSum { get; }

    /// <summary>g(z).</summary>
    float Value(float z);

    /// <summary>g′, from z or from g(z) as <see cref="SlopeNeedsSum"/> says.</summary>
    float Slope(float argument);
}
