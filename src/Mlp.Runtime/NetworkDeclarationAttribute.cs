namespace Mlp;

/// <summary>What a network is declared with beside its layers, where its layers are declared too.</summary>
public abstract class NetworkDeclarationAttribute : NetworkTrainingAttribute
{
    /// <summary>
    /// The activation of the output layer: a name of <see cref="Activation"/>, compared without case, with its number where it has one:
    /// <c>"LeakyReLU(0.1)"</c>.
    /// </summary>
    public string Output { get; set; } = Activation.Identity;

    /// <summary>The distribution of the initial weights: a name of <see cref="Mlp.Initializer"/>. Biases start at zero.</summary>
    public string Initializer { get; set; } = Mlp.Initializer.Uniform;

    /// <summary>
    /// A safetensors file with the weights that instances start from. It is compiled into the assembly, so no file is read at run
    /// time. The value is the path of an <c>AdditionalFiles</c> item of the project, or the end of that path, such as
    /// "iris.safetensors". The tensors must have the names and shapes that PyTorch, Keras or scikit-learn give them; 1,000,000
    /// parameters at most. The default is <see langword="null"/>: instances then start from weights that
    /// <see cref="Initializer"/> draws.
    /// </summary>
    public string? Weights { get; set; }

    /// <summary>
    /// Whether the network can be trained. If not, it implements <see cref="IPredictor{TSelf}"/> or <see cref="IClassPredictor{TSelf}"/>
    /// alone, and no loss, gradient and training step are emitted: it adds less than half as much to a build. It has the parameters of
    /// <see cref="Weights"/>; without them it has none before they are loaded or set, and its members say so. True by default; a
    /// network that is <see cref="Frozen"/> is never trained.
    /// </summary>
    public bool Trains { get; set; } = true;

    /// <summary>
    /// Whether the network always has the weights of <see cref="Weights"/>. Its members are then static, and it can neither be
    /// constructed nor trained. The type may be <see langword="static"/>; if it is not, it implements
    /// <see cref="IFrozenNetwork{TSelf}"/>. False by default.
    /// </summary>
    public bool Frozen { get; set; }
}
