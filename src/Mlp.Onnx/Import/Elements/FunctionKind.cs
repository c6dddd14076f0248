namespace Mlp.Onnx.Import.Elements;

/// <summary>A function of one value.</summary>
internal enum FunctionKind
{
    /// <summary>min(max(x, low), high): also what is known as ReLU.</summary>
    Clip,

    /// <summary>An activation of the runtime, by name.</summary>
    Named,

    /// <summary>x above 0, and slope · x elsewhere.</summary>
    Slopes,

    /// <summary>The error function: part of GELU.</summary>
    Erf,

    /// <summary>eˣ: an output, or part of Softplus.</summary>
    Exp,

    /// <summary>The natural logarithm: part of Softplus.</summary>
    Log,

    /// <summary>The values of a dropout of our own files.</summary>
    Dropout,
}
