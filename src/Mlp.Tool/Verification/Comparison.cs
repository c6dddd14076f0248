using System.Linq;

namespace Mlp.Tool.Verification;

/// <summary>How far one output is from another's answer, over all samples.</summary>
/// <param name="Output">Which of the outputs, from 0.</param>
/// <param name="Sample">The sample where they are farthest apart, from 0.</param>
/// <param name="Ours">The emitted code's answer there.</param>
/// <param name="Theirs">The other's.</param>
/// <param name="Difference">How far apart they are, in terms of the largest of all outputs; infinite where one of them is no number.</param>
internal sealed record Comparison(int Output, int Sample, float Ours, float Theirs, double Difference)
{
    /// <summary>Compares all outputs.</summary>
    /// <param name="ours">The emitted code's answers to all samples: a batch, and the samples one by one.</param>
    /// <param name="theirs">The other's answers.</param>
    /// <param name="outputs">How many outputs there are.</param>
    /// <returns>The largest difference of each output.</returns>
    public static Comparison[] Of(float[][] ours, float[] theirs, int outputs)
    {
        double largest = theirs.Where(float.IsFinite).Select(static value => (double)float.Abs(value)).Append(float.Epsilon).Max();
        return
        [
            .. ours.SelectMany(answers => answers.Select((answer, index) => new Comparison(index % outputs, index / outputs, answer, theirs[index], Distance(answer, theirs[index]) / largest)))
                .GroupBy(static comparison => comparison.Output)
                .Select(static group => group.MaxBy(static comparison => comparison.Difference)!)
                .OrderBy(static comparison => comparison.Output),
        ];
    }

    private static double Distance(float ours, float theirs) =>
        ours.Equals(theirs) ? 0 : float.IsFinite(ours) && float.IsFinite(theirs) ? double.Abs((double)ours - theirs) : double.PositiveInfinity;
}
