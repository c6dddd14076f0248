namespace Mlp.Generator.Parsing.Files;

/// <summary>What is wrong with a file, or with a part of it.</summary>
/// <param name="Code">The name of the reader's code.</param>
/// <param name="Message">The reader's message.</param>
internal sealed record FileFault(string Code, string Message);
