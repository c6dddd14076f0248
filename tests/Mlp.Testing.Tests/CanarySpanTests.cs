using System;
using Shouldly;
using Xunit;

namespace Mlp.Testing.Tests;

/// <summary>Canaries notice a write on either side, and nothing else.</summary>
public sealed class CanarySpanTests
{
    [Fact]
    public void Writing_the_span_itself_is_fine()
    {
        var canary = new CanarySpan([1, 2, 3]);
        canary.Span.Fill(4);
        canary.AssertIntact();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(-CanarySpan.Border)]
    [InlineData(CanarySpan.Border + 2)]
    public void Writing_past_it_is_found(int index)
    {
        var canary = new CanarySpan(3);
        System.Runtime.CompilerServices.Unsafe.Add(ref canary.Span[0], index) = 0;
        Should.Throw<InvalidOperationException>(canary.AssertIntact).Message.ShouldContain($"Index {index} ");
    }

    [Fact]
    public void A_span_meant_to_stay_unwritten_is_watched_too()
    {
        var canary = new CanarySpan(3);
        canary.AssertUnwritten();
        canary.Span[1] = 0;
        Should.Throw<InvalidOperationException>(canary.AssertUnwritten);
    }
}
