namespace Mlp.Runtime.Tests.Training.Checkpoints;

/// <summary>Three classes of two features by plain gradient descent, which remembers nothing.</summary>
[Mlp(2, 6, 3, Output = Activation.Softmax)]
internal sealed partial class PlainNet;

/// <summary>The same with a decay of its own.</summary>
[Mlp(2, 6, 3, Output = Activation.Softmax, WeightDecay = 0.05)]
internal sealed partial class PlainDecayedNet;

/// <summary>The same with a velocity, and slopes that are learned and never decay.</summary>
[Mlp(2, 6, 3, Hidden = "PReLU(0.1)", Output = Activation.Softmax, Optimizer = Optimizer.Nesterov)]
internal sealed partial class NesterovNet;

/// <summary>The same with a decay of its own.</summary>
[Mlp(2, 6, 3, Hidden = "PReLU(0.1)", Output = Activation.Softmax, Optimizer = Optimizer.Nesterov, WeightDecay = 0.05)]
internal sealed partial class NesterovDecayedNet;

/// <summary>As a struct, which shares its parameters with its copies.</summary>
[Mlp(2, 6, 3, Output = Activation.Softmax, Optimizer = Optimizer.RMSProp)]
internal partial struct SquareStruct;

/// <summary>Decay apart from the gradient, none declared.</summary>
[Mlp(2, 6, 3, Output = Activation.Softmax, Optimizer = Optimizer.AdamW, WeightDecay = 0)]
internal sealed partial class ApartNet;

/// <summary>Decay apart from the gradient.</summary>
[Mlp(2, 6, 3, Output = Activation.Softmax, Optimizer = Optimizer.AdamW, WeightDecay = 0.05)]
internal sealed partial class ApartDecayedNet;

/// <summary>Masks, and moments whose bias is corrected; weights that other frameworks have in another order.</summary>
[Network(2, 1, Hidden = Activation.Tanh, Output = Activation.Softmax, Optimizer = Optimizer.Adam)]
[Conv(4, 1), Dropout(0.25), Flatten, Dense(5), Dropout(0.5), Dense(3)]
internal sealed partial class MaskedNet;

/// <summary>Masks and nothing else to remember.</summary>
[Network(2, Hidden = Activation.Tanh, Output = Activation.Softmax)]
[Dense(6), Dropout(0.5), Dense(3)]
internal sealed partial class PlainMaskedNet;

/// <summary>The same with other masks.</summary>
[Network(2, Hidden = Activation.Tanh, Output = Activation.Softmax)]
[Dense(6), Dropout(0.25), Dense(3)]
internal sealed partial class OtherMaskedNet;

/// <summary>The same bits on any number of threads.</summary>
[Mlp(2, 6, 3, Output = Activation.Softmax, Optimizer = Optimizer.Momentum, Deterministic = true)]
internal sealed partial class ExactNet;
