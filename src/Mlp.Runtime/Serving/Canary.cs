using System;
using System.Diagnostics.CodeAnalysis;

namespace Mlp.Serving;

/// <summary>
/// An input and the output that a network must give for it: stored with the weights, it shows before an exchange whether they
/// arrived as they left.
/// </summary>
/// <remarks>Immutable. <see cref="WeightFileOptions.Canary"/> stores it in a weight file; for other files <see cref="ToString"/> gives a text, and <see cref="Parse"/> reads it.</remarks>
public sealed class Canary
{
    /// <summary>
    /// The tolerance where none is chosen: hundreds of times what vector widths and platforms differ by in rounding, and far
    /// below what wrong weights do.
    /// </summary>
    public const float DefaultTolerance = 1e-4f;

    private readonly float[] _input;
    private readonly float[] _expectedOutput;

    /// <summary>Copies an input and the output that is expected.</summary>
    /// <param name="input">One sample: as many values as the network has inputs, all finite.</param>
    /// <param name="expectedOutput">As many values as the network has outputs, all finite.</param>
    /// <param name="tolerance">How far each output y may be from the expected e: |y − e| ≤ tolerance × max(1, |e|). Finite, 0 or more.</param>
    /// <exception cref="ArgumentException">A span is empty or has a value that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or not finite.</exception>
    public Canary(ReadOnlySpan<float> input, ReadOnlySpan<float> expectedOutput, float tolerance = DefaultTolerance)
    {
        _input = Finite(input, nameof(input));
        _expectedOutput = Finite(expectedOutput, nameof(expectedOutput));
        if (!(tolerance >= 0 && float.IsFinite(tolerance)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(tolerance), FormattableString.Invariant($"tolerance is {tolerance}, but must be a finite number of 0 or more."));
        }

        Tolerance = tolerance;
    }

    /// <summary>The input: one sample.</summary>
    public ReadOnlyMemory<float> Input => _input;

    /// <summary>The output that is expected.</summary>
    public ReadOnlyMemory<float> ExpectedOutput => _expectedOutput;

    /// <summary>How far each output y may be from the expected e: |y − e| ≤ tolerance × max(1, |e|).</summary>
    public float Tolerance { get; }

    /// <summary>Asks a network that is known to be right, to store the answer with its weights.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="input">One sample: as many values as the network has inputs, all finite.</param>
    /// <param name="tolerance">How far an output may be from this network's. Finite, 0 or more.</param>
    /// <exception cref="ArgumentException">The input has the wrong length, or it or the network's output is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or not finite.</exception>
    public static Canary Record<TNetwork>(TNetwork network, ReadOnlySpan<float> input, float tolerance = DefaultTolerance)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        float[] output = new float[TNetwork.OutputSize];
        network.Forward(input, output);
        return new Canary(input, output, tolerance);
    }

    /// <summary>Asks a network, and throws where it does not answer as expected.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network; it is not changed.</param>
    /// <exception cref="CanaryException">The network has another number of inputs or outputs, or an output is too far from the expected one, or NaN.</exception>
    public void Verify<TNetwork>(TNetwork network)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        if (_input.Length != TNetwork.InputSize || _expectedOutput.Length != TNetwork.OutputSize)
        {
            throw new CanaryException(FormattableString.Invariant(
                $"The canary has {_input.Length} inputs and {_expectedOutput.Length} outputs, but the network has {TNetwork.InputSize} and {TNetwork.OutputSize}: it belongs to another network."));
        }

        float[] output = new float[_expectedOutput.Length];
        network.Forward(_input, output);
        for (int index = 0; index < output.Length; index++)
        {
            float expected = _expectedOutput[index];
            double allowed = (double)Tolerance * Math.Max(1, Math.Abs(expected));

            // Written so that NaN is refused.
            if (!(Math.Abs((double)output[index] - expected) <= allowed))
            {
                throw new CanaryException(FormattableString.Invariant(
                    $"Output {index} (counted from 0) is {output[index]}, but the canary expects {expected} ± {allowed:G3}."));
            }
        }
    }

    /// <summary>Reads what <see cref="ToString"/> gave, bit for bit the same values, under every culture.</summary>
    /// <param name="text">Inputs, <c>-></c>, outputs, <c>within</c>, tolerance; separated by white space.</param>
    /// <exception cref="FormatException">The text is no canary; the message says what is wrong.</exception>
    public static Canary Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return CanaryText.TryRead(text, out Canary? canary, out string? complaint) ? canary : throw new FormatException(complaint);
    }

    /// <summary>Reads what <see cref="ToString"/> gave, where it may be none.</summary>
    /// <param name="text">A text, or null.</param>
    /// <param name="canary">The canary; null where the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Canary? canary)
    {
        canary = null;
        return text is not null && CanaryText.TryRead(text, out canary, out _);
    }

    /// <summary>One line such as <c>5.1 3.5 1.4 0.2 -> 0.98 0.01 0.01 within 0.0001</c>: every value exactly, the same under every culture.</summary>
    public override string ToString() => CanaryText.Write(this);

    private static float[] Finite(ReadOnlySpan<float> values, string name)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException($"{name} is empty, but must have one value or more.", name);
        }

        foreach (float value in values)
        {
            if (!float.IsFinite(value))
            {
                throw new ArgumentException(FormattableString.Invariant($"{name} has {value}, but must have finite numbers."), name);
            }
        }

        return values.ToArray();
    }
}
