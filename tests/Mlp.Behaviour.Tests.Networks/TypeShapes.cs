// Every form of type that may be a network.
namespace Mlp.Behaviour.Tests.Networks;

[Mlp(4, 16, 3, Output = Activation.Softmax)] public partial struct StructNetwork;

[Mlp(5, 7, 2, Hidden = Activation.Tanh)] public partial record struct RecordStructNetwork;

[Mlp(4, 6, 3, Output = Activation.Softmax, Optimizer = Optimizer.Adam)] public partial struct RememberingStruct;

[Mlp(4, 6, 3, Output = Activation.Softmax, Optimizer = Optimizer.Adam)] public sealed partial record RememberingRecord;

[Mlp(4, 3, Output = Activation.Softmax, WeightDecay = 0.01)] public sealed partial class PenalizedNetwork;

[Mlp(5, 7, 1, Hidden = Activation.Tanh, Output = Activation.Sigmoid)] public sealed partial record RecordNetwork;

[Mlp(3, 8, 2)] public partial class OpenNetwork;

[Mlp(3, 8, 2)] internal sealed partial class InternalNetwork;

[Mlp(1, 1)] public sealed partial class SmallestNetwork;

[Mlp(4, 16, 3, Hidden = "relu", Output = "SOFTMAX", Optimizer = "sgd")] public sealed partial class NamesWithoutCase;

[Mlp(4, 3, Output = Activation.Softmax)] public sealed partial class @class;

/// <summary>The user's own constructor replaces the emitted ones.</summary>
[Mlp(6, 10, 4, Hidden = Activation.ELU, Output = Activation.Softmax)]
public sealed partial class ConstructedNetwork
{
    public ConstructedNetwork() => Initialize(7);

    public ConstructedNetwork(string name)
        : this() => Name = name;

    public string Name { get; } = "";
}

/// <summary>Generic types around and on a network.</summary>
/// <typeparam name="TOuter">Any type.</typeparam>
public partial class Outer<TOuter>
{
    [Mlp(4, 9, 3, Hidden = Activation.SiLU, Output = Activation.Softmax)]
    public sealed partial class GenericNested<TInner>
        where TInner : notnull;

    internal partial struct Middle
    {
        [Mlp(2, 3, 1, Output = Activation.Sigmoid)]
        internal sealed partial class DeepNested;
    }
}
