using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;

namespace Mlp.Generator.Emission.Heads;

/// <summary>
/// Writes a sum over the outputs of a sample: in lanes that are reduced in the end, or in a deterministic network in a number onto which one output after
/// another is added.
/// </summary>
/// <param name="writer">Receives the lines.</param>
/// <param name="dialect">The words.</param>
/// <param name="name">The local of the number.</param>
/// <param name="lanes">The local of the lanes.</param>
internal sealed class RowSum(SourceWriter writer, VectorDialect dialect, string name, string lanes)
{
    /// <summary>The sum, behind its last term.</summary>
    public string Total => dialect.IsDeterministic ? name : dialect.Sum(lanes);

    /// <summary>Writes the local.</summary>
    public void Begin() => writer.Line(dialect.IsDeterministic ? $"{Real.Type} {name} = {Real.Zero};" : $"var {lanes} = {dialect.Zero};");

    /// <summary>Adds a vector of terms.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="count">How many of them count; what is behind them is zero.</param>
    public void Add(string terms, int count) => writer.Line(dialect.IsDeterministic ? $"{name} = {VectorDialect.AddInTurn(name, terms, count)};" : $"{lanes} += {terms};");

    /// <summary>Adds the first of a vector of terms, whatever is behind them.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="count">How many of them count.</param>
    public void AddFirst(string terms, int count) => Add(dialect.IsDeterministic ? terms : dialect.KeepFirst(terms, count, dialect.Zero), count);
}
