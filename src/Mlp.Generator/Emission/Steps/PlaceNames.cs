using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Emission.Steps;

/// <summary>Spells places: names of buffers and of tensors, which are constants of a method or of the class, and references to them.</summary>
internal static class PlaceNames
{
    /// <summary>The constant that is a buffer's offset: <c>Hidden1</c>, <c>Outputs</c>.</summary>
    public static string Of(BufferKey key) => key.Role + (key.Layer == 0 ? "" : CSharpLiteral.Int(key.Layer));

    /// <summary>The constant that is a tensor's offset: <c>Weights1</c>.</summary>
    public static string Of(TensorStorage stored) => stored.Tensor.Name + CSharpLiteral.Int(stored.Layer);

    /// <summary>What stands after <c>ref</c>.</summary>
    public static string Reference(Place place) => place switch
    {
        Place.Scratch { Offset: 0 } scratch => VectorDialect.Element("scratch", Of(scratch.Buffer.Key)),
        Place.Scratch scratch => VectorDialect.Element("scratch", Expression.Operation($"{Of(scratch.Buffer.Key)} + {CSharpLiteral.Int(scratch.Offset)}")),
        Place.Parameters { Offset: not 0 } part => VectorDialect.Element("parameters", Expression.Operation($"{Of(part.Tensor)} + {CSharpLiteral.Int(part.Offset)}")),
        Place.Parameters parameters => VectorDialect.Element("parameters", Of(parameters.Tensor)),
        Place.Destination destination => VectorDialect.Element("destination", Of(destination.Tensor)),
        _ => "inputs",
    };

    /// <summary>What stands after <c>ref</c> for a region that there is one of.</summary>
    public static string Scratch(BufferRole role) => VectorDialect.Element("scratch", role.ToString());
}
