namespace Mlp.Generator.Model;

/// <summary>How one would write the attributes of a network.</summary>
/// <param name="Attribute">The name of the network's attribute.</param>
/// <param name="Arguments">Its arguments, but for the use.</param>
/// <param name="Layers">The attributes of layers, each behind a comma; none where sizes say it all.</param>
internal sealed record DeclarationForm(string Attribute, string Arguments, string Layers);
