using System;
using Mlp.Generator.Emission.Text;

namespace Mlp.Generator.Emission.Steps;

/// <summary>Writes the end of a sum that was split into independent chains.</summary>
internal static class Chains
{
    /// <summary>Adds the chains of one result together, pairwise, into the first.</summary>
    public static void WriteJoined(SourceWriter writer, int chains, Func<int, string> sum)
    {
        for (int distance = 1; distance < chains; distance *= 2)
        {
            for (int chain = 0; chain + distance < chains; chain += 2 * distance)
            {
                writer.Line($"{sum(chain)} += {sum(chain + distance)};");
            }
        }
    }
}
