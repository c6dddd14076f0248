namespace Mlp.Samples;

/// <summary>A square without borders: who leaves on one side comes back on the other.</summary>
internal readonly record struct Torus(float Side)
{
    /// <summary>A coordinate brought back into [0, side), of one that is less than a side outside.</summary>
    public float Wrap(float coordinate)
    {
        float wrapped = coordinate < 0 ? coordinate + Side : coordinate >= Side ? coordinate - Side : coordinate;

        // The sum of a side and very little is the side itself.
        return wrapped < Side ? wrapped : 0;
    }

    /// <summary>The way from one coordinate to another, by the shorter side.</summary>
    public float Way(float from, float to)
    {
        float way = to - from;
        float half = Side / 2;
        return way > half ? way - Side : way < -half ? way + Side : way;
    }
}
