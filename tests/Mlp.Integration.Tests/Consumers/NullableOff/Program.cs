using Consumers;
using Mlp;

Learning.Fit(new Price(1));
Learning.Classify(new Outer.Flag());
Learning.Fit(new Pair<string>(3));
var plain = new Plain(4);
Learning.Fit(plain);

/// <summary>Regression.</summary>
[Mlp(8, 32, 1, Hidden = "ReLU")]
internal partial class Price;

/// <summary>A containing type.</summary>
internal partial struct Outer
{
    /// <summary>A nested record.</summary>
    [Mlp(6, 6, 1, Hidden = "ELU", Output = "Sigmoid")]
    internal partial record Flag;
}

/// <summary>A generic record struct.</summary>
[Mlp(2, 7, 2, Hidden = "Softplus")]
internal partial record struct Pair<T>
    where T : class;

/// <summary>A struct with a constructor of its own.</summary>
[Mlp(3, 3, Output = "ArcTan")]
internal partial struct Plain
{
    public Plain(ulong seed) => Initialize(seed);
}
