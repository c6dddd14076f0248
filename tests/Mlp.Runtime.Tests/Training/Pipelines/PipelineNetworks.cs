namespace Mlp.Runtime.Tests.Training.Pipelines;

/// <summary>A price of two features.</summary>
[Mlp(2, 12, 1, Hidden = Activation.Tanh, Optimizer = Optimizer.Adam)]
internal sealed partial class PriceNet;

/// <summary>Two targets of three features, without a hidden layer.</summary>
[Mlp(3, 2)]
internal sealed partial class LineNet;

/// <summary>Three classes of two features.</summary>
[Mlp(2, 8, 3, Output = Activation.Softmax)]
internal sealed partial class KindNet;

/// <summary>Two classes of two features by one output.</summary>
[Mlp(2, 4, 1, Output = Activation.Sigmoid)]
internal sealed partial class YesNet;

/// <summary>A price as a struct.</summary>
[Mlp(2, 4, 1)]
internal partial struct PriceStruct;
