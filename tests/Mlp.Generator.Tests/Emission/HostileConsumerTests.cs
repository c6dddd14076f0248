using System.Collections.Generic;
using System.Linq;
using System;
using Microsoft.CodeAnalysis;
using Mlp.Generator.Tests.Harness;
using Mlp.Testing;

namespace Mlp.Generator.Tests.Emission;

/// <summary>Whatever else a consumer declares, emitted code means what it says and compiles without a warning.</summary>
public sealed class HostileConsumerTests
{
    private const string Attribute = "[global::Mlp.Mlp(4, 16, 3, Output = \"Softmax\")]";

    private static readonly HarnessOptions Options = HarnessOptions.Strict with { Documentation = DocumentationMode.Diagnose };

    private static readonly Dictionary<string, string> Consumers = new()
    {
        ["types named like the framework's"] = $$"""
            namespace Demo;
            internal class System; internal class Mlp; internal class Vector128; internal class Vector256; internal class Vector512;
            internal class Unsafe; internal class MathF; internal class Span<T>; internal class Require; internal class Classes;
            {{Attribute}} internal sealed partial class Net;
            """,
        ["types named like the framework's in no namespace"] = $$"""
            internal class Vector128; internal class Vector256; internal class Vector512; internal class Unsafe; internal class VectorMath;
            internal class AlignedMemory; internal class ReadOnlySpan<T>; internal class TensorLayout; internal class MethodImpl;
            {{Attribute}} internal sealed partial class Net;
            """,
        ["sub-namespaces System, Runtime and Mlp"] = $$"""
            namespace Demo.System { internal class Span<T>; }
            namespace Demo.Runtime { internal class CompilerServices; }
            namespace Demo.Mlp.Generated { internal class Demo_Net_Network; }
            namespace Demo { {{Attribute}} internal sealed partial class Net; }
            """,
        ["a namespace inside Mlp"] = $$"""
            namespace Mlp.Demo { {{Attribute}} internal sealed partial class Net; internal class Storage; internal class Numerics; }
            """,
        ["members named like the framework's"] = $$"""
            {{Attribute}} internal sealed partial class Net
            {
                public int System => 1; public int Mlp => 2; public int Unsafe => 3; private class ReadOnlySpan; private class MemoryMarshal;
            }
            """,
        ["a method named nameof"] = $$"""
            {{Attribute}} internal sealed partial class Net
            {
                public static int nameof(object value) => value.GetHashCode();
            }
            """,
        ["a struct"] = $"{Attribute} internal partial struct Net;",
        ["a struct with fields and a layout of its own"] = $$"""
            [global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Auto)]
            {{Attribute}} internal partial struct Net
            {
                private int _count;

                public int Next() => ++_count;
            }
            """,
        ["a struct with fields"] = $$"""
            {{Attribute}} internal partial struct Net
            {
                public int Age = 3;
                private readonly string _name = "net";

                public override string ToString() => _name + Age;
            }
            """,
        ["a struct with an automatic property"] = $$"""{{Attribute}} internal partial struct Net { public int Age { get; set; } }""",
        ["a user's constructor"] = $$"""
            {{Attribute}} internal sealed partial class Net
            {
                public Net(string name)
                {
                    Name = name;
                    Initialize(7);
                }

                public string Name { get; }
            }
            """,
        ["a struct with a user's constructor"] = $$"""
            {{Attribute}} internal partial struct Net
            {
                public Net(int seed) => Initialize((ulong)seed);
            }
            """,
        ["a class with a primary constructor"] = $$"""{{Attribute}} internal sealed partial class Net(int age) { public int Age => age; }""",
        ["a generic network"] = $"{Attribute} internal sealed partial class Net<TKey, @class>;",
        ["a nested generic"] = $$"""
            namespace Demo;
            internal partial class Outer<T> where T : struct
            {
                internal partial struct Middle
                {
                    internal partial interface IInner<TKey, TValue> { {{Attribute}} internal sealed partial class Net<TOther>; }
                }
            }
            """,
        ["nested in a record"] = $$"""internal partial record Outer(int Age) { {{Attribute}} private sealed partial class Net; }""",
        ["a record"] = $"{Attribute} internal sealed partial record Net;",
        ["an open record"] = $"{Attribute} internal partial record Net;",
        ["a record struct"] = $"{Attribute} internal partial record struct Net;",
        ["a record struct with parameters"] = $"{Attribute} internal partial record struct Net(int Age, string Name);",
        ["a record with a primary constructor"] = $"{Attribute} internal sealed partial record Net(string Name);",
        ["a name longer than a line"] = $$"""{{Attribute}} internal sealed partial class {{new string('N', 150)}};""",
        ["a keyword as a name"] = $"namespace @namespace.@event; {Attribute} internal sealed partial class @class;",
        ["letters past ASCII"] = $"namespace Straße; {Attribute} internal sealed partial class Größe;",
        ["lower-case names that the user has answered for"] = $$"""
            #pragma warning disable CS8981
            namespace demo;
            {{Attribute}} internal sealed partial class @iris;
            {{Attribute}} internal partial record rose;
            internal partial class outer<t> { {{Attribute}} internal partial struct inner; {{Attribute}} internal sealed partial class other<k>; }
            """,
        ["CLS compliance"] = $$"""
            [assembly: global::System.CLSCompliant(true)]
            /// <summary>A network.</summary>
            {{Attribute}} public sealed partial class Net;
            /// <summary>A generic network.</summary>
            /// <typeparam name="T">A type.</typeparam>
            {{Attribute}} public partial record Generic<T>;
            /// <summary>A structure.</summary>
            {{Attribute}} public partial struct Value;
            /// <summary>No hidden layer.</summary>
            [global::Mlp.Mlp(4, 3)] public sealed partial class Shallow;
            /// <summary>Six hidden layers.</summary>
            [global::Mlp.Mlp(4, 4, 4, 4, 4, 4, 4, 4, Optimizer = "Adam")] public sealed partial class Deep;
            /// <summary>Seven.</summary>
            [global::Mlp.Mlp(4, 4, 4, 4, 4, 4, 4, 4, 4)] public sealed partial class Deeper;
            /// <summary>As many as there may be.</summary>
            [global::Mlp.Mlp(4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4)] public sealed partial class Deepest;
            """,
        ["what is obsolete or an experiment"] = $$"""
            using System;
            [Obsolete("old")] internal partial class Outer { {{Attribute}} internal sealed partial class Net; [Obsolete("older")] {{Attribute}} internal partial struct Value; }
            [Obsolete("gone", error: true)] {{Attribute}} internal sealed partial record Gone;
            [System.Diagnostics.CodeAnalysis.Experimental("NEW001")] {{Attribute}} internal sealed partial class Early;
            internal class Base { [Obsolete("by hand")] public virtual void Forward(ReadOnlySpan<float> input, Span<float> output) { } }
            {{Attribute}} internal partial class Derived : Base;
            """,
        ["a struct whose primary constructor takes all kinds of things"] = $$"""
            #nullable enable
            using System;
            internal partial class Outer<T> where T : class
            {
                internal enum Kind { None }
                {{Attribute}} internal partial struct Net(T? item, Kind kind, in DateTime since, ref readonly int count, (int Left, string? Right) pair, dynamic? any, ReadOnlySpan<char> span, int @class = 3, params string?[] more)
                {
                    public string Text { get; } = $"{item}{kind}{since}{pair}{any}{span.Length}{@class}{more}{count}";
                }
            }
            """,
        ["underscores that could meet"] = $$"""
            namespace A.B { {{Attribute}} internal sealed partial class C; {{Attribute}} internal sealed partial class C_D; }
            namespace A { {{Attribute}} internal sealed partial class B_C; internal partial class Outer { {{Attribute}} internal sealed partial class C; } }
            namespace A_B { {{Attribute}} internal sealed partial class C; }
            {{Attribute}} internal sealed partial class A_B_C;
            """,
        ["a derived class"] = $$"""
            internal class Base { public virtual int Predict() => 0; public string Summary => ""; }
            {{Attribute}} internal partial class Net : Base;
            internal sealed class Derived : Net;
            """,
        ["documentation required"] = $$"""
            /// <summary>Outside.</summary>
            public static partial class Outer
            {
                /// <summary>A network.</summary>
                {{Attribute}} public sealed partial class Net;

                /// <summary>A structure.</summary>
                {{Attribute}} public partial struct Value;

                /// <summary>A record.</summary>
                {{Attribute}} public partial record Record;
            }
            """,
    };

    public static TheoryData<string> Names => [.. Consumers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_compiles_without_a_warning(string consumer)
    {
        GeneratorRun run = GeneratorHarness.Run(Consumers[consumer], Options).AssertClean();

        run.Sources.Length.ShouldBeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public void Names_that_differ_by_case_alone_are_networks_apart()
    {
        string source = $"{Attribute} internal sealed partial class Net; {Attribute} internal sealed partial class net; {Attribute} internal sealed partial class NET;";

        GeneratorRun run = GeneratorHarness.Run(source, Options with { WarningLevel = 4 }).AssertClean();

        // Three times the members of a type; what networks of one shape share is there once.
        run.Sources.Count(file => !Hints.IsShared(file.HintName)).ShouldBe(3);
        run.Sources.Count(file => Hints.IsShared(file.HintName)).ShouldBe(5);
    }
}
