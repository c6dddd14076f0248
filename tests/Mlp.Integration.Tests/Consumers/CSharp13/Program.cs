using System;
using Consumers;
using Mlp;

Learning.Classify(new Colours(1));
Learning.Fit(new Heights(2));
Learning.Fit(new Group<DateTime>.Visits(3));
Learning.Classify(new Größe(4));

/// <summary>A classifier.</summary>
[Mlp(16, 20, 5, Hidden = "LeakyReLU", Output = "Softmax")]
internal sealed partial class Colours;

/// <summary>Regression in a struct.</summary>
[Mlp(5, 10, 1, Hidden = "Sigmoid", Initializer = "GlorotUniform")]
internal partial struct Heights;

/// <summary>A generic type that contains a network.</summary>
internal sealed partial class Group<T>
    where T : struct
{
    /// <summary>A record in it.</summary>
    [Mlp(4, 1, Output = "Exp")]
    internal sealed partial record Visits;
}

/// <summary>A name that is not ASCII.</summary>
[Mlp(2, 4, 2, Output = "Softmax")]
internal sealed partial class Größe;
