namespace Mlp.Generator.Emission;

/// <summary>One generated source file.</summary>
/// <param name="HintName">The name Roslyn knows it by, unique in a compilation without regard to case, ending in <c>.g.cs</c>.</param>
/// <param name="Text">The source, line feeds only.</param>
internal sealed record EmittedFile(string HintName, string Text);
