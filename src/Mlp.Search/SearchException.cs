using System;
using Orleans;

namespace Mlp.Searching;

/// <summary>A search or a host cannot go on: a database that is not there, a trial that fails, networks that no host has. Its message says what to do.</summary>
[GenerateSerializer]
[Alias("Mlp.Searching.SearchException")]
public sealed class SearchException : Exception
{
    /// <summary>An exception without a message.</summary>
    public SearchException()
    {
    }

    /// <summary>An exception that says what is wrong.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    public SearchException(string message)
        : base(message)
    {
    }

    /// <summary>An exception that says what is wrong, and why.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">Why.</param>
    public SearchException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
