using Mlp.Samples;
using Shouldly;
using Xunit;

namespace Mlp.Arena.Tests;

/// <summary>The grid of neighbours against a search of all points.</summary>
public sealed class NeighbourGridTests
{
    private const float Radius = 120;

    [Theory]
    [InlineData(150, 40)]
    [InlineData(360, 60)]
    [InlineData(365, 60)]
    [InlineData(777, 300)]
    [InlineData(2450, 1000)]
    public void The_nearest_point_is_that_of_a_search_of_all(float side, int count)
    {
        var torus = new Torus(side);
        var grid = new NeighbourGrid(torus, Radius, count);
        var random = new SplitMix((ulong)count);
        float[] x = new float[count];
        float[] y = new float[count];
        bool[] isAbsent = new bool[count];
        for (int round = 0; round < 3; round++)
        {
            for (int point = 0; point < count; point++)
            {
                (x[point], y[point], isAbsent[point]) = (random.NextUnit() * side, random.NextUnit() * side, random.NextUnit() < 0.3f);
            }

            // Equally near ones, and points on the borders.
            (x[1], y[1], isAbsent[1]) = (x[0], y[0], false);
            (x[2], y[2]) = (0, 0);
            grid.Fill(x, y, round == 0 ? default : isAbsent);
            for (int look = 0; look < 300; look++)
            {
                (float fromX, float fromY) = look < count ? (x[look], y[look]) : (random.NextUnit() * side, random.NextUnit() * side);
                grid.Nearest(fromX, fromY).ShouldBe(Search(torus, fromX, fromY, x, y, round == 0 ? new bool[count] : isAbsent));
            }
        }
    }

    [Fact]
    public void An_empty_grid_has_no_nearest_point()
    {
        var grid = new NeighbourGrid(new Torus(1_000), Radius, 1);
        grid.Nearest(5, 5).ShouldBe(NeighbourGrid.None);
        grid.Fill([500], [500]);
        grid.Nearest(5, 5).ShouldBe(NeighbourGrid.None);
        grid.Nearest(450, 450).ShouldBe(0);
        grid.Fill([500], [500], [true]);
        grid.Nearest(450, 450).ShouldBe(NeighbourGrid.None);
    }

    private static int Search(Torus torus, float fromX, float fromY, float[] x, float[] y, bool[] isAbsent)
    {
        float least = Radius * Radius;
        int nearest = NeighbourGrid.None;
        for (int point = 0; point < x.Length; point++)
        {
            float wayX = torus.Way(fromX, x[point]);
            float wayY = torus.Way(fromY, y[point]);
            if (!isAbsent[point] && (wayX * wayX) + (wayY * wayY) < least)
            {
                (least, nearest) = ((wayX * wayX) + (wayY * wayY), point);
            }
        }

        return nearest;
    }
}
