using System;
using System.Diagnostics.CodeAnalysis;
using Mlp.Training;

namespace Mlp.Serving;

/// <summary>
/// Inputs and the outputs that a network must give for them, and the hash of its parameters. A canary is stored with the weights.
/// It shows, before an exchange, whether the weights arrived unchanged, and whether this machine computes the same network.
/// </summary>
/// <remarks>Immutable. <see cref="WeightFileOptions.Canary"/> stores it in a weight file; for other files <see cref="ToString"/> gives a text, and <see cref="Parse"/> reads it.</remarks>
public sealed partial class Canary
{
    /// <summary>The tolerance of a canary that is made by hand, where none is chosen.</summary>
    public const float DefaultTolerance = 1e-4f;

    private readonly float[] _input;
    private readonly float[] _expectedOutput;
    private readonly float[] _tolerances;

    /// <summary>Copies inputs and the outputs that are expected.</summary>
    /// <param name="input">One sample, or n: as many values for each as the network has inputs, all finite.</param>
    /// <param name="expectedOutput">As many values for each sample as the network has outputs, all finite.</param>
    /// <param name="tolerance">How far each output y may be from the expected e: |y − e| ≤ tolerance × max(1, |e|). Finite, 0 or more.</param>
    /// <param name="sampleCount">The number n of samples, 1 or more.</param>
    /// <exception cref="ArgumentException">A span is empty, has a value that is not finite, or is not n samples long.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or not finite, or there is no sample.</exception>
    public Canary(ReadOnlySpan<float> input, ReadOnlySpan<float> expectedOutput, float tolerance = DefaultTolerance, int sampleCount = 1)
        : this(sampleCount, input, expectedOutput, tolerance, [], default)
    {
    }

    private Canary(
        int sampleCount, ReadOnlySpan<float> input, ReadOnlySpan<float> expectedOutput, float tolerance, ReadOnlySpan<float> tolerances, CanaryHashes hashes)
    {
        if (sampleCount < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(sampleCount), FormattableString.Invariant($"sampleCount is {sampleCount}, but must be 1 or more."));
        }

        _input = Finite(input, sampleCount, nameof(input));
        _expectedOutput = Finite(expectedOutput, sampleCount, nameof(expectedOutput));
        if (!(tolerance >= 0 && float.IsFinite(tolerance)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(tolerance), FormattableString.Invariant($"tolerance is {tolerance}, but must be a finite number of 0 or more."));
        }

        _tolerances = tolerances.ToArray();
        SampleCount = sampleCount;
        Tolerance = tolerance;
        Hashes = hashes;
    }

    /// <summary>The number n of samples, 1 or more.</summary>
    public int SampleCount { get; }

    /// <summary>The number of inputs of a sample.</summary>
    public int InputSize => _input.Length / SampleCount;

    /// <summary>The number of outputs of a sample.</summary>
    public int OutputSize => _expectedOutput.Length / SampleCount;

    /// <summary>The input: n samples, row-major.</summary>
    public ReadOnlyMemory<float> Input => _input;

    /// <summary>The output that is expected: n rows.</summary>
    public ReadOnlyMemory<float> ExpectedOutput => _expectedOutput;

    /// <summary>How far each output y may be from the expected e: |y − e| ≤ tolerance × max(1, |e|). 0 where each has its own, in <see cref="Tolerances"/>.</summary>
    public float Tolerance { get; }

    /// <summary>How far each output may be from the expected one, an absolute number for each; empty where <see cref="Tolerance"/> holds for all.</summary>
    public ReadOnlyMemory<float> Tolerances => _tolerances;

    /// <summary>
    /// The SHA-256 of the parameters that the canary was recorded with, in canonical order as little-endian floats, 64 lower-case
    /// hexadecimal digits; null for a canary that is made by hand, and one with a tolerance that was chosen.
    /// </summary>
    public string? ParameterHash => Hashes.Parameters;

    /// <summary>
    /// The SHA-256 of the class names and scalers that the network had where the canary was recorded, 64 lower-case hexadecimal digits;
    /// null where it had none.
    /// </summary>
    public string? SchemaHash => Hashes.Schema;

    /// <summary>Both hashes.</summary>
    internal CanaryHashes Hashes { get; }

    /// <summary>Lets a network predict the inputs, and throws if it does not answer as expected.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network; it is not changed.</param>
    /// <exception cref="CanaryException">
    /// The network has another number of inputs or outputs, or other parameters, class names or scalers than the canary was recorded
    /// with, or an output is too far from the expected one, or NaN.
    /// </exception>
    public void Verify<TNetwork>(TNetwork network)
        where TNetwork : IPredictor<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        if (InputSize != TNetwork.InputSize || OutputSize != TNetwork.OutputSize)
        {
            throw new CanaryException(FormattableString.Invariant(
                $"The canary has {InputSize} inputs and {OutputSize} outputs, but the network has {TNetwork.InputSize} and {TNetwork.OutputSize}: it belongs to another network."));
        }

        if (ParameterHash is { } recorded && HashOf(network) is var hash && hash != recorded)
        {
            throw new CanaryException(
                $"The parameters are not those that the canary was recorded with (SHA-256 {hash[..12]}…, not {recorded[..12]}…): they were changed on the way, or the canary is of another network.");
        }

        if (SchemaHash is { } schema && (network as IFittedNetwork)?.Schema is { } known && Serving.SchemaHash.Of(known) != schema)
        {
            throw new CanaryException($"The class names and scalers are not those that the canary was recorded with: the network has {known}. They were changed on the way, or the canary is of another network.");
        }

        float[] output = new float[OutputSize];
        for (int sample = 0; sample < SampleCount; sample++)
        {
            network.Forward(_input.AsSpan(sample * InputSize, InputSize), output);
            for (int index = 0; index < output.Length; index++)
            {
                Compare(output[index], sample, index);
            }
        }
    }

    /// <summary>Reads what <see cref="ToString"/> gave, bit for bit the same values, under every culture.</summary>
    /// <param name="text">
    /// For each sample inputs, <c>-></c>, outputs, <c>within</c> and one tolerance, or as many as outputs and <c>each</c>; samples
    /// separated by <c>;</c>, behind them perhaps <c>; parameters</c> and <c>; schema</c> with their hashes. Separated by white space.
    /// </param>
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

    /// <summary>A canary with a tolerance for each output, whose numbers were checked.</summary>
    internal static Canary Of(int sampleCount, ReadOnlySpan<float> input, ReadOnlySpan<float> expectedOutput, ReadOnlySpan<float> tolerances, CanaryHashes hashes) =>
        new(sampleCount, input, expectedOutput, 0, tolerances, hashes);

    /// <summary>A canary with one tolerance, whose numbers were checked.</summary>
    internal static Canary Of(int sampleCount, ReadOnlySpan<float> input, ReadOnlySpan<float> expectedOutput, float tolerance, CanaryHashes hashes) =>
        new(sampleCount, input, expectedOutput, tolerance, [], hashes);

    /// <summary>The same canary with another hash of class names and scalers.</summary>
    internal Canary WithSchema(DataSchema schema) =>
        new(SampleCount, _input, _expectedOutput, Tolerance, _tolerances, Hashes with { Schema = Serving.SchemaHash.Of(schema) });

    private static string HashOf<TNetwork>(TNetwork network)
        where TNetwork : IPredictor<TNetwork>
    {
        float[] parameters = new float[TNetwork.ParameterCount];
        network.CopyParametersTo(parameters);
        return Serving.ParameterHash.Of(parameters);
    }

    private void Compare(float output, int sample, int index)
    {
        int place = (sample * OutputSize) + index;
        float expected = _expectedOutput[place];
        double allowed = _tolerances.Length > 0 ? _tolerances[place] : (double)Tolerance * Math.Max(1, Math.Abs(expected));

        // Written so that NaN is refused.
        if (!(Math.Abs((double)output - expected) <= allowed))
        {
            string where = SampleCount == 1 ? "" : FormattableString.Invariant($" of sample {sample}");
            throw new CanaryException(FormattableString.Invariant(
                $"Output {index}{where} (counted from 0) is {output}, but the canary expects {expected} ± {allowed:G3}."));
        }
    }

    private static float[] Finite(ReadOnlySpan<float> values, int sampleCount, string name)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException($"{name} is empty, but must have one value or more.", name);
        }

        if (values.Length % sampleCount != 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name} has {values.Length} values, but must have as many for each of {sampleCount} samples."), name);
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
