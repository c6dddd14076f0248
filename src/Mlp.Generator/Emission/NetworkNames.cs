using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission;

/// <summary>The names of everything emitted for a network outside the user's type: the same for networks of one shape.</summary>
internal sealed class NetworkNames(NetworkModel model)
{
    /// <summary>
    /// A namespace of our own: its using directives stand inside it, so that nothing a user declares can take the
    /// meaning of a name away.
    /// </summary>
    public const string Namespace = "Mlp.Generated";

    /// <summary>Says that a type is generated, and by which version.</summary>
    public static readonly string GeneratedCode =
        $"global::System.CodeDom.Compiler.GeneratedCode(\"Mlp.Generator\", \"{typeof(NetworkNames).Assembly.GetName().Version.ToString(fieldCount: 3)}\")";

    /// <summary>Kernels need no place in a user's completion list.</summary>
    public static readonly string GeneratedKernels =
        $"[{GeneratedCode}, global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";

    /// <summary>The hints of the files that all networks of one shape share.</summary>
    public HintNames Hints { get; } = HintsOf(model.ShapeName);

    /// <summary>The hints of the files of a shape.</summary>
    /// <param name="shape">Its name.</param>
    public static HintNames HintsOf(string shape) => new($"{Namespace}.{shape}", EquatableArray<string>.Empty);

    /// <summary>The class that chooses the width.</summary>
    public string Dispatch => model.ShapeName + "_Network";

    /// <summary>The class of one width.</summary>
    public string Kernels(VectorDialect dialect) => $"{model.ShapeName}_{dialect.ClassSuffix}";

    /// <summary>What they are called in the file that chooses between them.</summary>
    public static string ShortKernels(VectorDialect dialect) => "Kernels" + dialect.Bits;
}
