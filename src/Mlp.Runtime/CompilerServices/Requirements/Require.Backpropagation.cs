using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <content>What goes back through a network from an error of its outputs.</content>
public static partial class Require
{
    /// <summary>All spans of a call of Backpropagate, which is too rare for the checks to be worth a place in every network.</summary>
    /// <param name="inputs">The samples.</param>
    /// <param name="inputSize">The number of values in a sample, 1 or more.</param>
    /// <param name="outputGradient">∂L/∂ŷ of each sample.</param>
    /// <param name="outputSize">The number of outputs of a sample.</param>
    /// <param name="gradient">What receives ∂L/∂θ, or an empty span.</param>
    /// <param name="parameterCount">The number of parameters.</param>
    /// <param name="inputGradient">What receives ∂L/∂x, or an empty span.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, both results are empty, or one overlaps another span.</exception>
    public static void Backpropagation(
        ReadOnlySpan<float> inputs,
        int inputSize,
        ReadOnlySpan<float> outputGradient,
        int outputSize,
        ReadOnlySpan<float> gradient,
        int parameterCount,
        ReadOnlySpan<float> inputGradient)
    {
        BatchLength(outputGradient.Length, Samples(inputs.Length, inputSize, nameof(inputs)), outputSize, nameof(outputGradient));
        Wanted(gradient, parameterCount, nameof(gradient));
        Wanted(inputGradient, inputs.Length, nameof(inputGradient));
        if (gradient.IsEmpty && inputGradient.IsEmpty && !inputs.IsEmpty)
        {
            throw Refuse(
                nameof(gradient),
                $"gradient and inputGradient are both empty, but one of them must be there for a result: gradient with length {parameterCount}, or inputGradient with length {inputs.Length}.");
        }

        NoOverlap(inputs, gradient, nameof(gradient));
        NoOverlap(outputGradient, gradient, nameof(gradient));
        NoOverlap(inputs, inputGradient, nameof(inputGradient));
        NoOverlap(outputGradient, inputGradient, nameof(inputGradient));
        NoOverlap(gradient, inputGradient, nameof(inputGradient));
    }

    private static void Wanted(ReadOnlySpan<float> result, int expected, string parameter)
    {
        if (!result.IsEmpty && result.Length != expected)
        {
            ThrowWanted(result.Length, expected, parameter);
        }
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowWanted(int actual, int expected, string parameter) =>
        throw Refuse(parameter, $"{parameter} has length {actual}, but must have length {expected}, or be empty where it is not wanted.");
}
