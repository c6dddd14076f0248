using System;

namespace Mlp.Serving;

/// <summary>A network does not answer a canary as it should.</summary>
public sealed class CanaryException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="message">Which output is what, and what it should be.</param>
    public CanaryException(string message)
        : base(message)
    {
    }
}
