namespace Mlp.Generator.Model;

/// <summary>What becomes of the last layer's sums z, the logits: the output ŷ, and the loss that it is trained on.</summary>
/// <param name="Activation">ŷ = g(z).</param>
/// <param name="Loss">ℓ(ŷ, y).</param>
internal sealed record HeadModel(ActivationModel Activation, LossKind Loss)
{
    /// <summary>As it is part of a shape's name.</summary>
    public string Signature => $"{Activation.Signature}_{Loss}";

    /// <summary>Whether so many outputs name classes: a Softmax, or a single Sigmoid.</summary>
    public bool IsClassifier(int outputs) => Activation == ActivationKind.Softmax || (Activation == ActivationKind.Sigmoid && outputs == 1);
}
