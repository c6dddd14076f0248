using Mlp.Lockstep;

namespace Mlp.PlatformProbe;

/// <summary>An agent of a crowd, with fields of every kind that is gathered or scattered, between such as need padding.</summary>
internal struct Animal
{
    public byte Age;
    public float Energy;
    public bool IsHurt;
    public float Place;
    public AnimalKind Kind;
    public int Food;
    public ushort Moves;
    public byte Calls;
    public float Effort;
    public short Move;
    public int Call;

    /// <summary>Animals that are the same on every platform.</summary>
    /// <param name="count">How many.</param>
    public static Animal[] Some(int count)
    {
        float[] values = new ExactNumbers(seed: 6).Values(2 * count);
        var animals = new Animal[count];
        for (int index = 0; index < count; index++)
        {
            animals[index] = new Animal
            {
                Age = (byte)(index * 7),
                Energy = values[2 * index],
                Place = values[(2 * index) + 1],
                IsHurt = index % 3 == 0,
                Kind = (AnimalKind)(index % 2),
                Food = index - 5,
                Moves = (ushort)(1 + (index % 7)),
                Calls = (byte)(1 + (index % 15)),
            };
        }

        return animals;
    }
}

/// <summary>One of two: gathered as two inputs, of which one is 1.</summary>
internal enum AnimalKind : byte
{
    Prey,
    Predator,
}
