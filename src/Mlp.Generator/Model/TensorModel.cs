namespace Mlp.Generator.Model;

/// <summary>One tensor of a layer's parameters.</summary>
/// <param name="Name">What it is called: <c>Weights</c>, <c>Biases</c>.</param>
/// <param name="Symbol">Its letter in formulas: W, b.</param>
/// <param name="Shape">Its extents in canonical order; that of weights begins with the outputs.</param>
/// <param name="Axes">What each extent counts: output, input.</param>
/// <param name="FanIn">The inputs that go into one output.</param>
/// <param name="FanOut">The outputs that one input goes into.</param>
/// <param name="IsWeight">Whether it is drawn at random and drawn towards zero; what is not, such as biases, starts at one number and is left alone.</param>
/// <param name="Start">What the values of one that is not drawn at random start at.</param>
internal sealed record TensorModel(string Name, string Symbol, Shape Shape, EquatableArray<string> Axes, int FanIn, int FanOut, bool IsWeight, double Start = 0)
{
    /// <summary>The name of biases.</summary>
    public const string Biases = "Biases";

    /// <summary>Whether it has a layer's biases, which a file may leave out.</summary>
    public bool IsBias => Name == Biases;
}
