namespace Mlp.Generator.Model;

/// <summary>The distributions of initial weights; the names are the public constants of <c>Mlp.Initializer</c>.</summary>
internal enum InitializerKind
{
    Uniform,
    GlorotUniform,
    GlorotNormal,
    HeUniform,
    HeNormal,
}
