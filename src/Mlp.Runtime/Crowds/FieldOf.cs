namespace Mlp.Crowds;

/// <summary>Names a field of a struct: <c>(ref Creature c) =&gt; ref c.Energy</c>. It may be a field of a field, or an element of an inline array.</summary>
/// <typeparam name="TAgent">The struct.</typeparam>
/// <typeparam name="TField">The field's type.</typeparam>
/// <param name="agent">The struct whose field it is.</param>
/// <returns>The field itself.</returns>
public delegate ref TField FieldOf<TAgent, TField>(ref TAgent agent)
    where TAgent : struct;
