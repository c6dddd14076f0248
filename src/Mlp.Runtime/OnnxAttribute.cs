using System;

namespace Mlp;

/// <summary>
/// Turns a <c>partial</c> class or struct into the network of an ONNX file. Build and editor read the file, and the generator emits code for exactly its
/// layers, with its weights in the assembly: no file is read at run time, and no native library is needed.
/// </summary>
/// <remarks>
/// The file is an <c>AdditionalFiles</c> item of the project; so is the file with its numbers where they are beside it (<c>model.onnx.data</c>). Samples are
/// row-major; in front of a convolution or a pool they have channels last, also where the file has channels first. Quick info on the type shows the layers that were found, and what was folded into them.
/// </remarks>
/// <example>
/// <code>
/// [Onnx("digits.onnx")]
/// public static partial class Digits;
///
/// [Onnx("3DBall.onnx", Output = "mu")]
/// public static partial class BallPolicy;
///
/// [Onnx("digits.onnx", Trainable = true, OutputActivation = Activation.Softmax, Optimizer = Optimizer.Adam)]
/// public sealed partial class FineTuned;
/// </code>
/// </example>
/// <param name="file">
/// The path of an <c>AdditionalFiles</c> item of the project, or the end of that path, such as "digits.onnx". 1,000,000 parameters at most.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class OnnxAttribute(string file) : NetworkTrainingAttribute
{
    /// <summary>The ONNX file, as declared.</summary>
    public string File { get; } = file;

    /// <summary>
    /// The tensor that the network ends in: one of the file's outputs, or any other that is computed on the way to them, which cuts off what comes behind
    /// it. The default is <see langword="null"/>: the file's only output.
    /// </summary>
    public string? Output { get; set; }

    /// <summary>
    /// An activation behind the tensor that the file ends in, for one that ends in logits, as PyTorch's usually do: a name of
    /// <see cref="Activation"/>, compared without case. <see cref="Activation.Softmax"/> makes the network a classifier. The default is
    /// <see langword="null"/>: none.
    /// </summary>
    public string? OutputActivation { get; set; }

    /// <summary>
    /// Whether instances can be trained. They start from the weights of the file. False by default: the network then always has these weights, its
    /// members are static, the type may be <see langword="static"/>, and if it is not, it implements <see cref="IFrozenNetwork{TSelf}"/>.
    /// </summary>
    public bool Trainable { get; set; }
}
