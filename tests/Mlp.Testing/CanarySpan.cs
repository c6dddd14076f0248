using System;
using System.Globalization;

namespace Mlp.Testing;

/// <summary>
/// A span in the middle of a larger array whose borders hold a NaN that nobody computes: whoever reads past the span gets
/// NaN results, whoever writes past it is found.
/// </summary>
public sealed class CanarySpan
{
    /// <summary>How many canaries stand on each side; wider than the widest vector.</summary>
    public const int Border = 40;

    private const int Pattern = 0x7FC0_C0DE;

    private readonly float[] _memory;

    /// <summary>A span of <paramref name="length"/> canaries, to be written.</summary>
    public CanarySpan(int length)
    {
        Length = length;
        _memory = new float[length + (2 * Border)];
        Array.Fill(_memory, BitConverter.Int32BitsToSingle(Pattern));
    }

    /// <summary>A span that holds a copy of <paramref name="values"/>.</summary>
    public CanarySpan(ReadOnlySpan<float> values)
        : this(values.Length) => values.CopyTo(Span);

    public int Length { get; }

    /// <summary>The span itself.</summary>
    public Span<float> Span => _memory.AsSpan(Border, Length);

    /// <summary>Fails if a border was written.</summary>
    /// <exception cref="InvalidOperationException">A canary has changed.</exception>
    public void AssertIntact()
    {
        for (int i = 0; i < _memory.Length; i++)
        {
            bool isBorder = i < Border || i >= Border + Length;
            if (isBorder && IsTouched(i))
            {
                throw new InvalidOperationException(string.Create(
                    CultureInfo.InvariantCulture, $"Index {i - Border} of a span of {Length} was written: {_memory[i]:G9}."));
            }
        }
    }

    /// <summary>Fails if anything was written, the span included.</summary>
    /// <exception cref="InvalidOperationException">A canary has changed.</exception>
    public void AssertUnwritten()
    {
        AssertIntact();
        for (int i = Border; i < Border + Length; i++)
        {
            if (IsTouched(i))
            {
                throw new InvalidOperationException(string.Create(
                    CultureInfo.InvariantCulture, $"Index {i - Border} of {Length} was written: {_memory[i]:G9}."));
            }
        }
    }

    private bool IsTouched(int index) => BitConverter.SingleToInt32Bits(_memory[index]) != Pattern;
}
