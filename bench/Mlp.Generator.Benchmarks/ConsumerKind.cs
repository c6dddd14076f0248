namespace Mlp.Generator.Benchmarks;

/// <summary>How a user's project has its networks.</summary>
public enum ConsumerKind
{
    /// <summary>The same sources without the generator: the attributes say nothing.</summary>
    WithoutGenerator,

    /// <summary>Networks that train.</summary>
    Training,

    /// <summary>Networks that only predict.</summary>
    Predicting,

    /// <summary>Networks that train, in a project that the edited one refers to.</summary>
    Apart,
}
