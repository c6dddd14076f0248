// The networks and the agents that crowds are tried with.
using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlp.Runtime.Tests.Crowds;

[Mlp(8, 12, 7, Hidden = Activation.Tanh, Deterministic = true, Population = true)] internal sealed partial class CrowdBrain;

/// <summary>What an agent is: an enumeration of one byte, between fields that need padding.</summary>
internal enum Kind : byte
{
    Plant,
    Prey,
    Predator,
}

/// <summary>A pair of numbers in an agent.</summary>
internal struct Place
{
    public float X;
    public float Y;
}

/// <summary>Some numbers in an agent, side by side.</summary>
[InlineArray(3)]
internal struct Memories
{
    private float _first;
}

/// <summary>An agent with padding, nested fields, small fields and a reference.</summary>
internal struct Creature
{
    public byte Age;
    public Place Position;
    public string? Name;
    public bool IsHurt;
    public Kind Kind;
    public int Food;
    public Memories Memory;
    public uint Allowed;
    public float Turn;
    public float Effort;
    public short Move;
    public int Shout;

    /// <summary>All fields in words.</summary>
    public readonly string Told => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name}: {Age} {Position.X:R} {Position.Y:R} {IsHurt} {Kind} {Food} {Memory[0]:R} {Memory[1]:R} {Memory[2]:R} {Allowed} {Turn:R} {Effort:R} {Move} {Shout}");

    public static Creature[] Some(int count)
    {
        var creatures = new Creature[count];
        for (int index = 0; index < count; index++)
        {
            ref Creature creature = ref creatures[index];
            creature.Age = (byte)(index * 7);
            creature.Position = new Place { X = MathF.Sin(index), Y = index * 0.125f };
            creature.Name = index.ToString(CultureInfo.InvariantCulture);
            creature.IsHurt = index % 3 == 0;
            creature.Kind = (Kind)(index % 3);
            creature.Food = index - 5;
            creature.Memory[2] = index * 0.01f;
            creature.Allowed = (uint)(1 + (index % 7));
            (creature.Turn, creature.Effort, creature.Move, creature.Shout) = (-77, -78, -79, -80);
        }

        return creatures;
    }
}

/// <summary>An agent of seven bytes, whose number stands at an odd address.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct Packed
{
    public byte Before;
    public float Value;
    public ushort After;
}
