namespace Mlp.Onnx.Import.Values;

/// <summary>What a tensor is to a classifier, behind which nothing is computed any more.</summary>
internal enum HeadKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The probabilities of two classes, 1 − p and p, of which the network has the second.</summary>
    Binary,

    /// <summary>The class, or the probabilities by the names of classes: the network has the probabilities.</summary>
    Classes,
}
