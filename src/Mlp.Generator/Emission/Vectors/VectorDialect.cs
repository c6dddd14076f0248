using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission.Vectors;

/// <summary>
/// Spells vector operations of one width in C#, so that every kernel is written once.
/// </summary>
/// <param name="width">The vectors.</param>
/// <param name="math">How exact functions are.</param>
/// <param name="isDeterministic">Whether nothing may depend on the hardware: products are rounded before they are added.</param>
/// <param name="isGuest">Whether the file imports the operations of another width, so that these are written with their class.</param>
internal sealed class VectorDialect(VectorWidth width, MathKind math = MathKind.Default, bool isDeterministic = false, bool isGuest = false)
{
    /// <summary>The runtime reduces four vectors at a time.</summary>
    private const int SumsTogether = 4;

    private static readonly string[] GroupNames = ["One", "Two", "Three", "Four"];

    /// <summary>The functions that the runtime's FastVectorMath has: those that are faster if they may be less exact.</summary>
    private static readonly string[] FastFunctions = ["Elu", "Exp", "Mish", "MishSlope", "Selu", "Sigmoid", "Silu", "SiluSlope", "Softplus", "SoftplusSlope", "Tanh"];

    private readonly string _name = width.ToString();
    private readonly string _words = WordsOf(width, isDeterministic);
    private readonly string _class = isGuest ? WordsOf(width, isDeterministic) + "." : "";

    /// <summary>The spelling of a network's kernels.</summary>
    /// <param name="width">The vectors.</param>
    /// <param name="model">The network.</param>
    /// <param name="isGuest">Whether the file imports the operations of another width.</param>
    public static VectorDialect Of(VectorWidth width, NetworkModel model, bool isGuest = false) => new(width, model.Math, model.IsDeterministic, isGuest);

    /// <summary>Whether sums have one order, and nothing is fused.</summary>
    public bool IsDeterministic => isDeterministic;

    public int Lanes => (int)width;

    /// <summary>The type of a vector.</summary>
    public string Type => $"{_name}<float>";

    /// <summary>The ending of the emitted class's name.</summary>
    public string ClassSuffix => _name;

    /// <summary>The short name, of files and of the method that a step has for this width: V512, V256, V128.</summary>
    public string ShortName => "V" + Bits;

    public string Bits => CSharpLiteral.Int(Lanes * 32);

    /// <summary>The width in words, for comments.</summary>
    public string Spoken => $"{Bits}-bit vectors";

    /// <summary>The condition under which the hardware runs this width.</summary>
    public string IsSupported => $"{_name}.IsHardwareAccelerated";

    public string Zero => $"{Type}.Zero";

    public string One => $"{Type}.One";

    /// <summary>
    /// What a kernel file imports: the operations themselves, so that kernels read as mathematics and not as type names.
    /// </summary>
    public IReadOnlyList<string> Imports =>
    [
        "using static global::Mlp.CompilerServices.KernelOptions;",
        "using static global::System.Runtime.CompilerServices.Unsafe;",
        "using static global::Mlp.CompilerServices.Floats;",
        $"using static global::Mlp.CompilerServices.{_words};",
    ];

    /// <summary>The vectors and their words as type arguments.</summary>
    public string Words => $"{Type}, {_words}";

    /// <summary>The columns of a tile.</summary>
    /// <param name="vectors">How many vectors they are.</param>
    public string Group(int vectors) => $"{GroupNames[vectors - 1]}<{Words}>";

    /// <summary>The columns of a tile that are agents.</summary>
    /// <param name="vectors">How many vectors they are.</param>
    public string GroupOfAgents(int vectors) => $"{GroupNames[vectors - 1]}OfAgents<{Words}>";

    /// <summary>A function of the runtime, as exact as the network asks for.</summary>
    /// <param name="name">Its name, the same in both classes.</param>
    /// <param name="argument">A number or a vector.</param>
    /// <param name="constant">The number that it has beside; null for none.</param>
    public string Function(string name, Expression argument, double? constant = null)
    {
        string arguments = constant is { } number ? $"{argument}, {CSharpLiteral.Float(CSharpLiteral.Number(number))}" : argument.Text;
        string functions = isDeterministic ? "DeterministicVectorMath" : math == MathKind.Fast && FastFunctions.Contains(name) ? "FastVectorMath" : "VectorMath";
        return $"{functions}.{name}({arguments})";
    }

    /// <summary>A float in memory, what stands after <c>ref</c>.</summary>
    public static string Element(string reference, Expression offset) =>
        offset.IsZero ? reference : $"At(ref {reference}, {offset})";

    public string Load(string reference, Expression offset) =>
        $"{_class}Load(ref {Place(reference, offset)})";

    /// <summary>Loads the first lanes only; the others are zero.</summary>
    public string LoadFirst(string reference, Expression offset, int count) => count % Lanes == 0
        ? Load(reference, offset)
        : $"VectorLanes.LoadFirst{Bits}(ref {Element(reference, offset)}, {CSharpLiteral.Int(count)})";

    /// <summary>Loads the first lanes, as many as a variable says or all; the others are zero.</summary>
    public string LoadUpTo(string reference, Expression offset, string count) => $"VectorLanes.LoadFirst{Bits}(ref {Element(reference, offset)}, {count})";

    public string Store(Expression value, string reference, Expression offset) => $"{_class}Store({value}, ref {Place(reference, offset)});";

    /// <summary>Stores the first lanes only.</summary>
    public string StoreFirst(Expression value, string reference, Expression offset, int count) => count % Lanes == 0
        ? Store(value, reference, offset)
        : $"VectorLanes.StoreFirst({value}, ref {Element(reference, offset)}, {CSharpLiteral.Int(count)});";

    public string Broadcast(string scalar) => $"{_class}Fill({scalar})";

    /// <summary>A float of memory in every lane.</summary>
    public string Spread(string reference, Expression offset) =>
        $"{_class}Spread(ref {Place(reference, offset)})";

    /// <summary>a · b + c, fused where the hardware can and the network may.</summary>
    public string MultiplyAdd(string a, string b, string c) => $"{_class}MultiplyAdd({a}, {b}, {c})";

    public string Max(string a, string b) => $"{_class}Max({a}, {b})";

    /// <summary>The lanes of one vector where a mask is set, those of another elsewhere.</summary>
    public string Select(string mask, string then, string otherwise) => $"{_class}Select({mask}, {then}, {otherwise})";

    /// <summary>The first lanes of a vector, another value in the rest.</summary>
    public string KeepFirst(string value, int count, string otherwise) => count % Lanes == 0
        ? value
        : Select($"VectorLanes.FirstLanes{Bits}({CSharpLiteral.Int(count)})", value, otherwise);

    /// <summary>Four lanes of a vector, repeated in every group of four.</summary>
    public string RepeatFour(string value, int group) => $"VectorLanes.RepeatFour({value}, {CSharpLiteral.Int(group)})";

    /// <summary>One lane of each group of four, in all four.</summary>
    public string SpreadLane(string value, int lane) => $"VectorLanes.Spread({value}, {CSharpLiteral.Int(lane)})";

    /// <summary>The sum of all lanes.</summary>
    public string Sum(string value) => $"VectorLanes.Sum({value})";

    /// <summary>A number and the first lanes, added one after another.</summary>
    public static string AddInTurn(string sum, string value, int count) => $"VectorLanes.AddInTurn({sum}, {value}, {CSharpLiteral.Int(count)})";

    /// <summary>The largest of all lanes.</summary>
    public string MaxAcross(string value) => $"VectorLanes.Max({value})";

    /// <summary>1 in the lane whose index is the label less an offset, 0 elsewhere.</summary>
    public string OneHot(string label) => $"VectorLanes.OneHot{Bits}({label})";

    /// <summary>Sums across the lanes of four vectors or fewer, as the lanes of one 128-bit vector.</summary>
    public string SumTogether(IReadOnlyList<string> vectors) =>
        $"VectorLanes.SumTogether({string.Join(", ", vectors.Concat(Enumerable.Repeat(Zero, SumsTogether - vectors.Count)))})";

    /// <summary>Four floats as a vector of their own, at any width: what sums reduced together come in.</summary>
    public static string LoadFour(string reference, Expression offset) => $"Vectors128.Load(ref {Place(reference, offset)})";

    /// <summary>Stores four floats that are a vector of their own.</summary>
    public static string StoreFour(string value, string reference, Expression offset) => $"Vectors128.Store({value}, ref {Place(reference, offset)});";

    /// <summary>A vector whose first four lanes are those of a 128-bit one; the rest hold nothing.</summary>
    public string FromVector128(string value) => width switch
    {
        VectorWidth.Vector512 => $"{value}.ToVector256Unsafe().ToVector512Unsafe()",
        VectorWidth.Vector256 => $"{value}.ToVector256Unsafe()",
        _ => value,
    };

    /// <summary>The runtime's class of words.</summary>
    private static string WordsOf(VectorWidth width, bool isDeterministic) => $"{(isDeterministic ? "Deterministic" : "")}Vectors{(int)width * 32}";

    /// <summary>A place as the arguments of a word.</summary>
    private static string Place(string reference, Expression offset) => offset.IsZero ? reference : $"{reference}, {offset}";
}
