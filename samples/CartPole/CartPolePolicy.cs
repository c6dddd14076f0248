namespace Mlp.Samples;

/// <summary>What PyTorch has learned, compiled in: from position, speed, angle and angular speed to a preference for left and one for right.</summary>
[Onnx("policy.onnx")]
public static partial class CartPolePolicy;
