namespace Mlp;

/// <summary>
/// The distributions that initial weights are drawn from; biases start at zero. With M the fan-in of a layer (its inputs)
/// and N its fan-out (its outputs). Names compare without case.
/// </summary>
public static class Initializer
{
    /// <summary>Uniform on [−1/√M, 1/√M] [NPFL129].</summary>
    public const string Uniform = "Uniform";

    /// <summary>Uniform on [−√(6/(M+N)), √(6/(M+N))] [Glorot and Bengio 2010].</summary>
    public const string GlorotUniform = "GlorotUniform";

    /// <summary>Normal with mean 0 and variance 2/(M+N) [Glorot and Bengio 2010].</summary>
    public const string GlorotNormal = "GlorotNormal";

    /// <summary>Uniform on [−√(6/M), √(6/M)] [He et al. 2015].</summary>
    public const string HeUniform = "HeUniform";

    /// <summary>Normal with mean 0 and variance 2/M [He et al. 2015].</summary>
    public const string HeNormal = "HeNormal";
}
