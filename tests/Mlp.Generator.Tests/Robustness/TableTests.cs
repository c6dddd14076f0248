using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Robustness;

/// <summary>Whatever reaches the generator is supported or explained, and nothing makes it throw.</summary>
public sealed class TableTests
{
    [Theory]
    [InlineData("[Mlp(4,16,)] partial class Net;", "")]
    [InlineData("[Mlp(,4,16)] partial class Net;", "")]
    [InlineData("[Mlp(4,\"x\",3)] partial class Net;", "MLP0011")]
    [InlineData("[Mlp(4,16L,3)] partial class Net;", "MLP0011")]
    [InlineData("[Mlp(4,16L,-3,\"x\",)] partial class Net;", "MLP0011 MLP0010 MLP0011")]
    [InlineData("[Mlp(1.5, true, null, typeof(int))] partial class Net;", "MLP0011 MLP0011 MLP0011 MLP0011")]
    [InlineData("[Mlp] partial class Net;", "MLP0009")]
    [InlineData("[Mlp()] partial class Net;", "MLP0009")]
    [InlineData("[Mlp(] partial class Net;", "MLP0009")]
    [InlineData("[Mlp( partial class Net;", "MLP0009")]
    [InlineData("[Mlp(null)] partial class Net;", "MLP0009")]
    [InlineData("[Mlp((int[])null)] partial class Net;", "MLP0009")]
    [InlineData("[Mlp(default)] partial class Net;", "MLP0009")]
    [InlineData("[Mlp(new int[]{4,X,3})] partial class Net;", "MLP0011")]
    [InlineData("[Mlp(new int[]{4,,3})] partial class Net;", "")]
    [InlineData("[Mlp(new int[2])] partial class Net;", "MLP0011")]
    [InlineData("[Mlp(new int[1000000000])] partial class Net;", "MLP0011")]
    [InlineData("[Mlp(new int[-1])] partial class Net;", "MLP0011")]
    [InlineData("[Mlp(new int[2,2]{{1,2},{3,4}})] partial class Net;", "MLP0011 MLP0011")]
    [InlineData("[Mlp(new long[]{4,3})] partial class Net;", "")]
    [InlineData("[Mlp([4, 16, 3])] partial class Net;", "")]
    [InlineData("[Mlp([4, ..X, 3])] partial class Net;", "MLP0011")]
    [InlineData("[Mlp(stackalloc int[]{4,3})] partial class Net;", "MLP0011")]
    [InlineData("[Mlp(4,int.MaxValue+1,3)] partial class Net;", "MLP0011")]
    [InlineData("[Mlp(4,-1,0,int.MaxValue)] partial class Net;", "MLP0010 MLP0010 MLP0010")]
    [InlineData("[Mlp(4,3,Hidden =)] partial class Net;", "MLP0015")]
    [InlineData("[Mlp(4,3,Hidden = 5)] partial class Net;", "MLP0015")]
    [InlineData("[Mlp(4,3,Hidden = null)] partial class Net;", "MLP0015")]
    [InlineData("[Mlp(4,3,Hidden = X)] partial class Net;", "MLP0015")]
    [InlineData("[Mlp(4,3,Hidden = \"\\ud800\")] partial class Net;", "MLP0014")]
    [InlineData("[Mlp(4,3,Hidden = \"{0}\\n\\0\")] partial class Net;", "MLP0014")]
    [InlineData("[Mlp(4,5,3,Hidden = \" Rl\\q\")] partial class Net;", "MLP0014")]
    [InlineData("[Mlp(4,5,3,Hidden = \" Rl\\u00\")] partial class Net;", "MLP0014")]
    [InlineData("[Mlp(4,5,3,Hidden = \"Tanh, Rl\\U0001F600\")] partial class Net;", "MLP0014")]
    [InlineData("[Mlp(4,5,3,Hidden = \",\")] partial class Net;", "MLP0014 MLP0014")]
    [InlineData("[Mlp(4,5,3,Hidden = \"\\0(\\0)\", Output = \"ELU(NaN)\")] partial class Net;", "MLP0014 MLP0020")]
    [InlineData("[Mlp(4,5,3,Hidden = \"ELU(((1\", Output = \"ELU(1e999)\")] partial class Net;", "MLP0014 MLP0020")]
    [InlineData("[Mlp(4,5,3,Hidden = $\"Tanh, Rleu\", Output = (\"Tnah \"))] partial class Net;", "MLP0014 MLP0014")]
    [InlineData("[Mlp(4,5,3,Hidden = \"Tanh, ReLU, ELU\", Output =)] partial class Net;", "MLP0028 MLP0015")]
    [InlineData("[Mlp(4,Hidden = \"Tanh, ReLU\")] partial class Net;", "MLP0009")]
    [InlineData("[Mlp(4,3,Loss =)] partial class Net;", "MLP0015")]
    [InlineData("[Mlp(4,3,L1 =)] partial class Net;", "")]
    [InlineData("[Mlp(4,3,L1 = \"x\")] partial class Net;", "")]
    [InlineData("[Mlp(4,3,L1 = null, WeightDecay = X)] partial class Net;", "")]
    [InlineData("[Mlp(4,3,L1 = -1, L1 = -2)] partial class Net;", "MLP0020 MLP0020")]
    [InlineData("[Mlp(4,3,L1 = double.PositiveInfinity, Rho = 0.0 / 0)] partial class Net;", "MLP0020 MLP0019")]
    [InlineData("[Mlp(4,3,Optimizer = \"Adma\", Rho = 5)] partial class Net;", "MLP0014")]
    [InlineData("[Mlp(4,3,Optimizer = \"adam\", Beta1 = 'x', Beta2 = 1L)] partial class Net;", "MLP0020 MLP0020")]
    [InlineData("[Mlp(4,3,Hidden = \"ReLU\", Hidden = \"Tanh\")] partial class Net;", "")]
    [InlineData("[Mlp(4,3,Hiden = \"ReLU\")] partial class Net;", "")]
    [InlineData("[Mlp(4,3,LayerSizes = null)] partial class Net;", "")]
    [InlineData("[Mlp(4,3,Output = \"Softmax\",16)] partial class Net;", "")]
    [InlineData("[Mlp(layerSizes: 4)] partial class Net;", "MLP0009")]
    [InlineData("[Mlp(sizes: 4)] partial class Net;", "MLP0009")]
    [InlineData("[Mlp(4,3)] partial class Net; [Mlp(5,2)] partial class Net;", "MLP0006")]
    [InlineData("[Mlp(4,3)] [Mlp(5,2)] partial class Net;", "MLP0006")]
    [InlineData("[Mlp(4,3)] class Net;", "MLP0001")]
    [InlineData("[Mlp(4,3)] static partial class Net;", "MLP0002")]
    [InlineData("[Mlp(4,3)] abstract sealed partial class Net;", "MLP0002")]
    [InlineData("[Mlp(4,3)] readonly ref partial struct Net;", "MLP0002 MLP0002")]
    [InlineData("[Mlp(4,3)] partial class Net<T>;", "")]
    [InlineData("[Mlp(4,3)] partial class Net<>;", "")]
    [InlineData("[Mlp(4,3)] partial class Net<T, T>;", "")]
    [InlineData("class Outer { [Mlp(4,3)] partial class Net; }", "MLP0001")]
    [InlineData("partial class Outer<T> { [Mlp(4,3)] protected internal partial class Net; }", "")]
    [InlineData("partial interface IOuter { [Mlp(4,3)] partial class Net; }", "")]
    [InlineData("[Mlp(4,3)] file partial class Net;", "MLP0002")]
    [InlineData("[Mlp(4,3)] partial record Net;", "")]
    [InlineData("[Mlp(4,3)] partial record struct Net;", "")]
    [InlineData("[Mlp(4,3)] partial record Net { public Net Clone() => this; }", "")]
    [InlineData("[Mlp(4,3)] partial class @class;", "")]
    [InlineData("[Mlp(4,3)] partial class Größe;", "")]
    [InlineData("[Mlp(4,3)] partial class \\u0041;", "")]
    [InlineData("[Mlp(4,3)] partial class ;", "")]
    [InlineData("[Mlp(4,3)] partial class", "")]
    [InlineData("[Mlp(4,3)] partial", "")]
    [InlineData("[Mlp(4,3)]", "")]
    [InlineData("namespace ; [Mlp(4,3)] partial class Net;", "")]
    [InlineData("namespace A. { [Mlp(4,3)] partial class Net; }", "")]
    [InlineData("partial class { [Mlp(4,3)] partial class Net; }", "")]
    [InlineData("[Mlp(4,3)] partial interface INet;", "")]
    [InlineData("[Mlp(4,3)] enum Net { }", "")]
    [InlineData("[Mlp(4,3)] delegate void Net();", "")]
    [InlineData("class C { [Mlp(4,3)] void Net() { } }", "")]
    [InlineData("[assembly: Mlp(4,3)]", "")]
    [InlineData("[type: Mlp(4,3)] partial class Net;", "")]
    [InlineData("[Mlp(4,3)] partial class Net : Net;", "")]
    [InlineData("[Mlp(4,3)] partial class Net : Missing;", "")]
    [InlineData("[Mlp(4,3)] partial class Net : System.IDisposable, INetwork<Net>;", "")]
    [InlineData("[Mlp(4,3)] partial class Net { [Mlp(4,3)] partial class Inner; }", "")]
    [InlineData("[Mlp(4,3)] partial class Net { Net() { } Net(ulong seed) { } }", "")]
    [InlineData("[Mlp(4,3)] partial class Net { void Forward( }", "")]
    [InlineData("[Mlp(4,3)] partial class Net { static int Mlp.IPredictor<Net>.InputSize => 3; int Missing.Forward() => 3; }", "MLP0003")]
    public async Task Every_row_is_supported_or_explained(string source, string ids)
    {
        Outcome outcome = await Outcome.OfAsync(Compiling.Compile("using Mlp; " + source));

        string.Join(" ", outcome.Ids).ShouldBe(ids);
        outcome.IsExplained.ShouldBeTrue();
        if (outcome.Ids.Any(id => id != "MLP0006"))
        {
            outcome.Networks.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("[Mlp(4,3)] partial class Net; [Mlp(5,2)] partial class Net;", 4)]
    [InlineData("[Mlp(4,3)] [Mlp(5,2)] partial class Net;", 4)]
    public void Of_two_attributes_the_first_gives_the_one_network(string source, int inputs) =>
        Generating.Networks(Compiling.Compile("using Mlp; " + source)).ShouldHaveSingleItem().InputSize.ShouldBe(inputs);

    [Fact]
    public void Of_two_files_the_first_gives_the_one_network() =>
        Generating.Networks(Compiling.Compile("partial class Net;", "[Mlp.Mlp(5, 2)] partial class Net;", "[Mlp.Mlp(4, 3)] partial class Net;"))
            .ShouldHaveSingleItem().InputSize.ShouldBe(5);

    [Fact]
    public void Types_that_differ_by_arity_or_case_are_networks_apart()
    {
        const string Source = "using Mlp; [Mlp(4,3)] partial class Net; [Mlp(4,3)] partial class Net<T>; [Mlp(4,3)] partial class NET; namespace A { [Mlp(4,3)] partial class Net; }";

        Generating.Networks(Compiling.Compile(Source)).Select(network => network.Type.MetadataName)
            .ShouldBe(["A.Net", "NET", "Net", "Net`1"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_attribute_of_that_name_with_other_parameters_is_no_reason_to_throw()
    {
        const string Source = """
            namespace Mlp { class MlpAttribute : System.Attribute { public MlpAttribute(string s, int[] more, object o = null) { } public int Hidden; public string[] Output; } }
            [Mlp.Mlp("x", new[] { 1 }, Hidden = 3, Output = new[] { "Tanh" })] partial class A;
            [Mlp.Mlp("x", null, Output = null)] partial class B;
            """;
        CSharpCompilation compilation = CSharpCompilation.Create("Other", [Compiling.Parse(Source)], Compiling.References.Take(9), Compiling.Options);

        (await Outcome.OfAsync(compilation)).Networks.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_very_long_name_and_very_many_sizes_are_answered_at_once()
    {
        string sizes = string.Join(",", Enumerable.Repeat("1", 20_000));
        string source = $"[Mlp.Mlp({sizes}, Output = \"{new string('x', 100_000)}\")] partial class Net;";

        Outcome outcome = await Outcome.OfAsync(Compiling.Compile(source));

        outcome.Ids.ShouldBe(["MLP0012", "MLP0014"]);
        outcome.Issues.ShouldAllBe(issue => issue.GetMessage(null).Length < 300);
    }
}
