using System;

namespace Mlp.Benchmarks.Peers;

/// <summary>Somebody who computes the same as an emitted network.</summary>
internal interface IContender : IDisposable
{
    /// <summary>The heading of its column.</summary>
    string Name { get; }

    /// <summary>Name and versions, or why it is not there.</summary>
    string About { get; }

    /// <summary>Whether it uses no wider vectors than the run means.</summary>
    bool KeepsToWidth { get; }

    /// <summary>Solves a problem and times it for some milliseconds.</summary>
    Answer Measure(Problem problem, double milliseconds);
}
