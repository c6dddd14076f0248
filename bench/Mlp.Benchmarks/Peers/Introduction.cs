namespace Mlp.Benchmarks.Peers;

/// <summary>Who a contender is.</summary>
/// <param name="Name">The heading of its column.</param>
/// <param name="About">Name and versions, or why it is not there.</param>
/// <param name="KeepsToWidth">Whether it uses no wider vectors than the run means.</param>
internal sealed record Introduction(string Name, string About, bool KeepsToWidth);
