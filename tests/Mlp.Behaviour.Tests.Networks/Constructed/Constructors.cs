// Every way in which an instance comes to be. All are of one shape, whose kernels are tested under the names of others.
using System;
using System.Diagnostics.CodeAnalysis;

namespace Mlp.Behaviour.Tests.Networks.Constructed;

[Mlp(3, 5, 2)] public partial class Emitted;

public sealed class Derived : Emitted;

[Mlp(3, 5, 2)]
public partial class Primary(int version)
{
    public int Version => version;
}

public sealed class DerivedFromPrimary() : Primary(3);

[Mlp(3, 5, 2)]
public sealed partial class Declared
{
    public Declared()
    {
    }

    public Declared(string name)
        : this() => Name = name;

    public Declared(int number) => Name = FormattableString.Invariant($"{number}");

    public string Name { get; } = "";
}

/// <summary>Its base class calls a member before a constructor of its own has run.</summary>
[Mlp(3, 5, 2)]
public sealed partial class AskedByItsBase : AsksInItsConstructor
{
    public AskedByItsBase()
    {
    }

    protected override float Ask() => ComputeLoss([1, 2, 3], new float[2]);
}

public abstract class AsksInItsConstructor
{
    protected AsksInItsConstructor() => Answer = Ask();

    public float Answer { get; }

    protected abstract float Ask();
}

[Mlp(3, 5, 2)]
public sealed partial class Seeded
{
    public Seeded() => Initialize(7);

    public Seeded(ulong seed) => Initialize(seed);
}

[Mlp(3, 5, 2)] public sealed partial record EmptyRecord;

[Mlp(3, 5, 2)] public sealed partial record PositionalRecord(string Name);

/// <summary>A copy has what the copy constructor gives it.</summary>
[Mlp(3, 5, 2, Optimizer = Optimizer.Adam)]
public partial record CopiedRecord
{
    protected CopiedRecord(CopiedRecord other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.GivesParameters)
        {
            float[] parameters = new float[ParameterCount];
            other.CopyParametersTo(parameters);
            SetParameters(parameters);
        }
    }

    public bool GivesParameters { get; init; }
}

[Mlp(3, 5, 2)] public partial struct EmittedStruct;

[Mlp(3, 5, 2)]
public partial struct DeclaredStruct
{
    public DeclaredStruct(string name) => Name = name;

    public DeclaredStruct(string name, int number)
        : this() => Name = FormattableString.Invariant($"{name} {number}");

    public string Name { get; } = "nobody";
}

[Mlp(3, 5, 2)]
public partial struct ParameterlessStruct
{
    public ParameterlessStruct()
    {
    }

    public ParameterlessStruct(int version) => Version = version;

    public int Version { get; } = 1;
}

[Mlp(3, 5, 2)]
public partial struct PrimaryStruct(int version, in DateTime since, ReadOnlySpan<char> name, params string[] more)
{
    public int Version { get; } = version;

    public DateTime Since { get; } = since;

    public int Length { get; } = name.Length + (more?.Length ?? 0);
}

[Mlp(3, 5, 2)] public partial record struct PositionalRecordStruct(int Version, string? Name, (int Left, Version Right) Pair);

[Mlp(3, 5, 2)]
public partial struct GenericStruct<TItem>(TItem item, GenericStruct<TItem>.Kind kind)
{
    public enum Kind
    {
        None,
        Some,
    }

    public TItem Item { get; } = item;

    public Kind Is { get; } = kind;
}

[method: SetsRequiredMembers]
[Mlp(3, 5, 2)]
public partial struct RequiringStruct(string name)
{
    public required string Name { get; init; } = name;
}

/// <summary>C# has no default for what a primary constructor takes by reference: <c>new()</c> remains <c>default</c>.</summary>
[Mlp(3, 5, 2)]
public partial struct ReferringStruct(ref int count)
{
    public int Count { get; } = ++count;
}
