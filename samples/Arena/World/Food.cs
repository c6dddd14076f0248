namespace Mlp.Samples;

/// <summary>All pieces of food. One that is eaten grows again elsewhere at the end of the step, so there are always as many.</summary>
internal sealed class Food(int count)
{
    private readonly int[] _eaten = new int[count];
    private readonly bool[] _isEaten = new bool[count];
    private int _eatenCount;

    /// <summary>The pieces.</summary>
    public int Count { get; } = count;

    public float[] X { get; } = new float[count];

    public float[] Y { get; } = new float[count];

    /// <summary>Places all of it at random.</summary>
    public void Scatter(ref SplitMix random, Torus torus)
    {
        for (int piece = 0; piece < Count; piece++)
        {
            Place(piece, ref random, torus);
        }
    }

    /// <summary>Takes a piece; no where another creature had it in this step.</summary>
    public bool Take(int piece)
    {
        if (_isEaten[piece])
        {
            return false;
        }

        _isEaten[piece] = true;
        _eaten[_eatenCount++] = piece;
        return true;
    }

    /// <summary>What was eaten grows again elsewhere.</summary>
    public void Grow(ref SplitMix random, Torus torus)
    {
        for (int index = 0; index < _eatenCount; index++)
        {
            _isEaten[_eaten[index]] = false;
            Place(_eaten[index], ref random, torus);
        }

        _eatenCount = 0;
    }

    private void Place(int piece, ref SplitMix random, Torus torus)
    {
        X[piece] = torus.Wrap(random.NextUnit() * torus.Side);
        Y[piece] = torus.Wrap(random.NextUnit() * torus.Side);
    }
}
