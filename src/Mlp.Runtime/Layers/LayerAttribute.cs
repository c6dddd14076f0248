using System;

namespace Mlp;

/// <summary>A layer of a <see cref="NetworkAttribute"/>. Layers go in the order of their attributes, which must all be in one part of the type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public abstract class LayerAttribute : Attribute
{
    private protected LayerAttribute()
    {
    }
}
