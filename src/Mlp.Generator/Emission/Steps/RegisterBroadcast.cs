using System.Collections.Generic;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;

namespace Mlp.Generator.Emission.Steps;

/// <summary>Spells broadcasts of values that are in registers: a group of four lanes is repeated once for its four values.</summary>
/// <param name="writer">Receives the locals.</param>
/// <param name="dialect">The vectors.</param>
/// <param name="name">What the values are: <c>input</c>, <c>hidden1</c>.</param>
/// <param name="vectors">The locals that hold them.</param>
internal sealed class RegisterBroadcast(SourceWriter writer, VectorDialect dialect, string name, IReadOnlyList<string> vectors)
{
    private const int Four = 4;

    private readonly HashSet<string> _locals = [];

    /// <summary>A value in all lanes: a local where it is read more than once, else the operation itself.</summary>
    public string Value(int index, bool isShared)
    {
        string spread = dialect.SpreadLane(Group(index / Four), index % Four);
        return isShared ? Local($"{name}At{CSharpLiteral.Int(index)}", spread) : spread;
    }

    private string Group(int group)
    {
        int groups = dialect.Lanes / Four;
        string vector = vectors[group / groups];
        return groups == 1 ? vector : Local($"{name}Four{CSharpLiteral.Int(group)}", dialect.RepeatFour(vector, group % groups));
    }

    private string Local(string local, string value)
    {
        if (_locals.Add(local))
        {
            writer.Line($"var {local} = {value};");
        }

        return local;
    }
}
