using System.Linq;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Model;

/// <summary>A valid declaration: all that planning and emission may know. Plain values, equal by value.</summary>
/// <param name="Type">The user's type.</param>
/// <param name="Layers">One layer or more, input side first.</param>
/// <param name="Head">The output's activation and the loss, the canonical one where the user named none.</param>
/// <param name="Optimizer">The optimizer of a training step, with its numbers.</param>
/// <param name="Initializer">The distribution of the initial weights.</param>
/// <param name="Math">How exact its functions are.</param>
/// <param name="HasOwnLayout">Whether the user's part says how fields are laid out; then the emitted one does not.</param>
/// <param name="HasUserConstructor">Whether the user's part declares an instance constructor; then none is emitted but <paramref name="Parameterless"/>.</param>
/// <param name="Parameterless">What is emitted beside the user's constructors; null for nothing.</param>
/// <param name="HasCopyConstructor">Whether the user's part has a record's copy constructor, which leaves the emitted fields alone.</param>
/// <param name="IsDocumented">Whether the user's part has a doc comment; then the emitted one leaves the summary to it.</param>
/// <param name="IsConstructible">Whether an instance can be made without arguments: then there is a Load.</param>
/// <param name="Weights">The file that is compiled in, as comments name it; null where none is.</param>
/// <param name="Use">What the network is for.</param>
/// <param name="IsStatic">Whether the type is static, and so implements nothing.</param>
/// <param name="Form">The attributes in normal form.</param>
internal sealed record NetworkModel(
    TypeShape Type,
    EquatableArray<LayerModel> Layers,
    HeadModel Head,
    OptimizerModel Optimizer,
    InitializerKind Initializer,
    MathKind Math,
    bool HasOwnLayout,
    bool HasUserConstructor,
    ParameterlessConstructor? Parameterless,
    bool HasCopyConstructor,
    bool IsDocumented,
    bool IsConstructible,
    string? Weights,
    NetworkUse Use,
    bool IsStatic,
    DeclarationForm Form)
{
    public int InputSize => Layers[0].Inputs;

    public int OutputSize => Layers[Layers.Count - 1].Outputs;

    public int ParameterCount => Layers.Sum(layer => layer.ParameterCount);

    public long OperationsPerSample => Layers.Sum(layer => layer.OperationsPerSample);

    /// <summary>The name of everything but the type and its weights. Networks of one shape share their kernels.</summary>
    public string ShapeName => NameOfAll ?? Model.ShapeName.Of(this);

    /// <summary>Whether steps draw which values they drop.</summary>
    public bool DrawsMasks => Trains && Layers.Any(layer => layer is DropoutLayer);

    /// <summary>What is computed: the same, but for layers that drop values where nothing is trained. Its shape has the same name.</summary>
    public NetworkModel Computed() => Trains || !Layers.Any(layer => layer is DropoutLayer) ? this : this with
    {
        Layers = ComputedLayers(Layers, Use),
        NameOfAll = ShapeName,
    };

    /// <summary>The attribute in normal form, echoed in emitted headers.</summary>
    public string Declaration => $"[{Form.Attribute}(" + Form.Arguments + Use switch
    {
        NetworkUse.Frozen => ", Frozen = true",
        NetworkUse.Predicts => ", Trains = false",
        _ => "",
    } + (IsPopulation ? ", Population = true" : "") + ")" + Form.Layers + "]";

    /// <summary>Whether it is trained.</summary>
    public bool Trains => Use == NetworkUse.Trains;

    /// <summary>Whether the network is its weights for ever: all members are static.</summary>
    public bool IsFrozen => Use == NetworkUse.Frozen;

    /// <summary>Whether an instance has no parameters before they are loaded or set.</summary>
    public bool StartsEmpty => Use == NetworkUse.Predicts && Weights is null;

    /// <summary>Whether its results are the same bits on every hardware.</summary>
    public bool IsDeterministic { get; init; }

    /// <summary>What is known of the ONNX file that the network was found in; null where its layers are declared.</summary>
    public OnnxOrigin? Origin { get; init; }

    /// <summary>Whether there are kernels for many networks at once, where its layers allow it.</summary>
    public bool IsPopulation { get; init; }

    /// <summary>The name of the shape with all of its layers, where some are left out; null where none are.</summary>
    private string? NameOfAll { get; init; }

    /// <summary>Layers that are not equal to an earlier one.</summary>
    public int DistinctLayers => Layers.Distinct().Count();

    /// <summary>Whether all of its layers are dense: sizes say them all.</summary>
    public bool IsDense => Layers.All(layer => layer is DenseLayer);

    /// <summary>Whether the network names classes.</summary>
    public bool IsClassifier => Head.IsClassifier(OutputSize);

    /// <summary>The names of the classes, the first for label 0; none where they are not known.</summary>
    public EquatableArray<string> ClassNames => Origin is { } origin && IsClassifier && origin.ClassNames.Count == ClassCount ? origin.ClassNames : EquatableArray<string>.Empty;

    public int ClassCount => Head.Activation == ActivationKind.Softmax ? OutputSize : 2;

    /// <summary>What a layer's values have gone through when they are seen from outside: the last one's through the head.</summary>
    /// <param name="index">The layer, counted from 0.</param>
    public ActivationModel ShownActivation(int index) => index == Layers.Count - 1 ? Head.Activation : Layers[index].Activation;

    /// <summary>The layers that a network computes: a layer that drops values does so only in training.</summary>
    /// <param name="layers">All of its layers.</param>
    /// <param name="use">What it is for.</param>
    public static EquatableArray<LayerModel> ComputedLayers(EquatableArray<LayerModel> layers, NetworkUse use) =>
        use == NetworkUse.Trains ? layers : layers.Where(layer => layer is not DropoutLayer).ToEquatableArray();

    /// <summary>The network without its type: equal for all networks of one shape.</summary>
    public NetworkModel WithoutType() => this with
    {
        Type = new TypeShape("", EquatableArray<ContainingType>.Empty, ShapeName, "class", EquatableArray<string>.Empty, ShapeName),
        HasOwnLayout = false,
        HasUserConstructor = false,
        Parameterless = null,
        HasCopyConstructor = false,
        IsDocumented = false,
        IsConstructible = true,
        Weights = null,
        Use = Trains ? NetworkUse.Trains : NetworkUse.Predicts,
        IsStatic = false,
        Origin = null,
    };
}
