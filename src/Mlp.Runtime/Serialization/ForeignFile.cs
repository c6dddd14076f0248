namespace Mlp.Serialization;

/// <summary>What a file is that was found in the place of another.</summary>
/// <param name="Name">Its format, with its article.</param>
/// <param name="Kind">What kind of a file that is.</param>
/// <param name="Advice">What to do where weights were expected.</param>
internal readonly record struct ForeignFile(string Name, ForeignKind Kind, string Advice);

/// <summary>What kind of a file was found in the place of another.</summary>
internal enum ForeignKind
{
    /// <summary>Weights or a model, in another format.</summary>
    Weights,

    /// <summary>A model as ONNX has it.</summary>
    Onnx,

    /// <summary>Files, packed.</summary>
    Archive,

    /// <summary>Something that is not about networks.</summary>
    Other,

    /// <summary>A text that stands for a file.</summary>
    Pointer,

    /// <summary>What a server may send instead of a file.</summary>
    Download,
}
