namespace Mlp.Generator;

/// <summary>The names of the incremental steps, under which tests find them.</summary>
internal static class TrackingNames
{
    /// <summary>Attributes read.</summary>
    public const string Declarations = nameof(Declarations);

    /// <summary>Weight files as text, read.</summary>
    public const string Sources = nameof(Sources);

    /// <summary>ONNX files as text, read.</summary>
    public const string Models = nameof(Models);

    /// <summary>Weights of valid declarations.</summary>
    public const string Weights = nameof(Weights);

    /// <summary>Declarations judged and found valid.</summary>
    public const string Networks = nameof(Networks);

    /// <summary>Declarations judged, with something wrong with them.</summary>
    public const string Wrong = nameof(Wrong);

    /// <summary>All that is wrong, where anything is.</summary>
    public const string Complaints = nameof(Complaints);

    /// <summary>Names that differ from another's by case alone.</summary>
    public const string Clashes = nameof(Clashes);

    /// <summary>Networks without their types, each once.</summary>
    public const string Shapes = nameof(Shapes);

    /// <summary>What the networks of a shape share, as text.</summary>
    public const string Emitted = nameof(Emitted);

    /// <summary>The steps that kernels call, each once.</summary>
    public const string Steps = nameof(Steps);
}
