using System;

namespace Mlp;

/// <content>
/// A parameter for each size, as C# prefers them: an array among the arguments of an attribute is no CLS-compliant one (CS3016).
/// </content>
public sealed partial class MlpAttribute
{
    /// <summary>A network of no hidden layer.</summary>
    /// <param name="inputs">The input size, 1 or more.</param>
    /// <param name="outputs">The output size, 1 or more.</param>
    public MlpAttribute(int inputs, int outputs)
        : this([inputs, outputs])
    {
    }

    /// <summary>A network of one hidden layer.</summary>
    /// <param name="inputs">The input size, 1 or more.</param>
    /// <param name="hidden">The size of the hidden layer, 1 or more.</param>
    /// <param name="outputs">The output size, 1 or more.</param>
    public MlpAttribute(int inputs, int hidden, int outputs)
        : this([inputs, hidden, outputs])
    {
    }

    /// <summary>A network of two hidden layers.</summary>
    /// <param name="inputs">The input size, 1 or more.</param>
    /// <param name="hidden1">The size of hidden layer 1, 1 or more.</param>
    /// <param name="hidden2">The size of hidden layer 2, 1 or more.</param>
    /// <param name="outputs">The output size, 1 or more.</param>
    public MlpAttribute(int inputs, int hidden1, int hidden2, int outputs)
        : this([inputs, hidden1, hidden2, outputs])
    {
    }

    /// <summary>A network of three hidden layers.</summary>
    /// <param name="inputs">The input size, 1 or more.</param>
    /// <param name="hidden1">The size of hidden layer 1, 1 or more.</param>
    /// <param name="hidden2">The size of hidden layer 2, 1 or more.</param>
    /// <param name="hidden3">The size of hidden layer 3, 1 or more.</param>
    /// <param name="outputs">The output size, 1 or more.</param>
    public MlpAttribute(int inputs, int hidden1, int hidden2, int hidden3, int outputs)
        : this([inputs, hidden1, hidden2, hidden3, outputs])
    {
    }

    /// <summary>A network of four hidden layers.</summary>
    /// <param name="inputs">The input size, 1 or more.</param>
    /// <param name="hidden1">The size of hidden layer 1, 1 or more.</param>
    /// <param name="hidden2">The size of hidden layer 2, 1 or more.</param>
    /// <param name="hidden3">The size of hidden layer 3, 1 or more.</param>
    /// <param name="hidden4">The size of hidden layer 4, 1 or more.</param>
    /// <param name="outputs">The output size, 1 or more.</param>
    public MlpAttribute(int inputs, int hidden1, int hidden2, int hidden3, int hidden4, int outputs)
        : this([inputs, hidden1, hidden2, hidden3, hidden4, outputs])
    {
    }

    /// <summary>A network of five hidden layers.</summary>
    /// <param name="inputs">The input size, 1 or more.</param>
    /// <param name="hidden1">The size of hidden layer 1, 1 or more.</param>
    /// <param name="hidden2">The size of hidden layer 2, 1 or more.</param>
    /// <param name="hidden3">The size of hidden layer 3, 1 or more.</param>
    /// <param name="hidden4">The size of hidden layer 4, 1 or more.</param>
    /// <param name="hidden5">The size of hidden layer 5, 1 or more.</param>
    /// <param name="outputs">The output size, 1 or more.</param>
    public MlpAttribute(int inputs, int hidden1, int hidden2, int hidden3, int hidden4, int hidden5, int outputs)
        : this([inputs, hidden1, hidden2, hidden3, hidden4, hidden5, outputs])
    {
    }

    /// <summary>A network of six hidden layers.</summary>
    /// <param name="inputs">The input size, 1 or more.</param>
    /// <param name="hidden1">The size of hidden layer 1, 1 or more.</param>
    /// <param name="hidden2">The size of hidden layer 2, 1 or more.</param>
    /// <param name="hidden3">The size of hidden layer 3, 1 or more.</param>
    /// <param name="hidden4">The size of hidden layer 4, 1 or more.</param>
    /// <param name="hidden5">The size of hidden layer 5, 1 or more.</param>
    /// <param name="hidden6">The size of hidden layer 6, 1 or more.</param>
    /// <param name="outputs">The output size, 1 or more.</param>
    public MlpAttribute(int inputs, int hidden1, int hidden2, int hidden3, int hidden4, int hidden5, int hidden6, int outputs)
        : this([inputs, hidden1, hidden2, hidden3, hidden4, hidden5, hidden6, outputs])
    {
    }

    /// <summary>A network of seven hidden layers or more; the last size is that of the output.</summary>
    /// <param name="inputs">The input size, 1 or more.</param>
    /// <param name="size2">Size 2.</param>
    /// <param name="size3">Size 3.</param>
    /// <param name="size4">Size 4.</param>
    /// <param name="size5">Size 5.</param>
    /// <param name="size6">Size 6.</param>
    /// <param name="size7">Size 7.</param>
    /// <param name="size8">Size 8.</param>
    /// <param name="size9">Size 9.</param>
    /// <param name="size10">Size 10, if there is one.</param>
    /// <param name="size11">Size 11, if there is one.</param>
    /// <param name="size12">Size 12, if there is one.</param>
    /// <param name="size13">Size 13, if there is one.</param>
    /// <param name="size14">Size 14, if there is one.</param>
    /// <param name="size15">Size 15, if there is one.</param>
    /// <param name="size16">Size 16, if there is one.</param>
    /// <param name="size17">Size 17, if there is one.</param>
    /// <param name="size18">Size 18, if there is one.</param>
    /// <param name="size19">Size 19, if there is one.</param>
    /// <param name="size20">Size 20, if there is one.</param>
    /// <param name="size21">Size 21, if there is one.</param>
    /// <param name="size22">Size 22, if there is one.</param>
    /// <param name="size23">Size 23, if there is one.</param>
    /// <param name="size24">Size 24, if there is one.</param>
    /// <param name="size25">Size 25, if there is one.</param>
    /// <param name="size26">Size 26, if there is one.</param>
    /// <param name="size27">Size 27, if there is one.</param>
    /// <param name="size28">Size 28, if there is one.</param>
    /// <param name="size29">Size 29, if there is one.</param>
    /// <param name="size30">Size 30, if there is one.</param>
    /// <param name="size31">Size 31, if there is one.</param>
    /// <param name="size32">Size 32, if there is one.</param>
    /// <param name="size33">Size 33, if there is one.</param>
    public MlpAttribute(
        int inputs, int size2, int size3, int size4, int size5, int size6, int size7, int size8, int size9,
        int size10 = 0, int size11 = 0, int size12 = 0, int size13 = 0, int size14 = 0, int size15 = 0,
        int size16 = 0, int size17 = 0, int size18 = 0, int size19 = 0, int size20 = 0, int size21 = 0,
        int size22 = 0, int size23 = 0, int size24 = 0, int size25 = 0, int size26 = 0, int size27 = 0,
        int size28 = 0, int size29 = 0, int size30 = 0, int size31 = 0, int size32 = 0, int size33 = 0)
        : this(Given(
            [
                inputs, size2, size3, size4, size5, size6, size7, size8, size9, size10, size11, size12, size13,
                size14, size15, size16, size17, size18, size19, size20, size21, size22, size23, size24, size25,
                size26, size27, size28, size29, size30, size31, size32, size33
            ]))
    {
    }

    /// <summary>A layer of size 0 is none.</summary>
    private static int[] Given(int[] sizes) => sizes.AsSpan().TrimEnd(0).ToArray();
}
