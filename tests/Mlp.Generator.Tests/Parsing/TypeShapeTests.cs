using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Parsing;

/// <summary>The user's type is repeated exactly as C# needs it.</summary>
public sealed class TypeShapeTests
{
    [Theory]
    [InlineData("partial class Net;", "class")]
    [InlineData("partial struct Net;", "struct")]
    [InlineData("partial record Net;", "record")]
    [InlineData("partial record class Net;", "record")]
    [InlineData("partial record struct Net;", "record struct")]
    [InlineData("unsafe partial class Net;", "class")]
    public void The_keyword_is_the_users(string type, string keyword) =>
        Parsed.Network("[Mlp.Mlp(4, 3)] " + type).Type.Keyword.ShouldBe(keyword);

    [Fact]
    public void A_type_in_the_global_namespace_has_none()
    {
        TypeShape shape = Parsed.Network("[Mlp.Mlp(4, 3)] partial class Net;").Type;

        shape.Namespace.ShouldBe("");
        shape.MetadataName.ShouldBe("Net");
        shape.Containers.ShouldBeEmpty();
    }

    [Fact]
    public void Nesting_namespaces_and_type_parameters_are_kept()
    {
        TypeShape shape = Parsed.Network("""
            namespace A.B
            {
                namespace C
                {
                    public partial interface IOuter<in TIn, out TOut>
                    {
                        static partial class Middle
                        {
                            partial record struct Inner<T> where T : struct
                            {
                                [Mlp.Mlp(4, 3)]
                                private sealed partial class Net<TKey, TValue> where TKey : notnull;
                            }
                        }
                    }
                }
            }
            """).Type;

        shape.Namespace.ShouldBe("A.B.C");
        shape.Containers.ShouldBe(
        [
            new ContainingType("interface", "IOuter<in TIn, out TOut>"),
            new ContainingType("class", "Middle"),
            new ContainingType("record struct", "Inner<T>"),
        ]);
        shape.Name.ShouldBe("Net");
        shape.TypeParameters.ShouldBe(["TKey", "TValue"]);
        shape.SelfReference.ShouldBe("Net<TKey, TValue>");
        shape.MetadataName.ShouldBe("A.B.C.IOuter`2+Middle+Inner`1+Net`2");
    }

    [Fact]
    public void Keywords_keep_their_at_sign_except_in_the_metadata_name()
    {
        TypeShape shape = Parsed.Network("namespace @namespace.Größe; partial class @event<@int> { [Mlp.Mlp(4, 3)] partial class @class<@record>; }").Type;

        shape.Namespace.ShouldBe("@namespace.Größe");
        shape.Containers.Single().NameWithTypeParameters.ShouldBe("@event<@int>");
        shape.SelfReference.ShouldBe("@class<@record>");
        shape.MetadataName.ShouldBe("namespace.Größe.event`1+class`1");
    }
}
