namespace Mlp.Generator.Parsing.Files;

/// <summary>A file of the project that a declaration may name.</summary>
internal interface IProjectFile
{
    /// <summary>Its path, with forward slashes.</summary>
    string Path { get; }

    /// <summary>The path of the file behind the links of that path; the path itself where there are none.</summary>
    string RealPath { get; }
}
