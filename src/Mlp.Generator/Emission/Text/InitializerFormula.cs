using Mlp.Generator.Model;

namespace Mlp.Generator.Emission.Text;

/// <summary>How a distribution of initial weights is written in mathematics, for comments; M is a layer's inputs, N its outputs.</summary>
internal static class InitializerFormula
{
    public static string Of(InitializerKind initializer) => initializer switch
    {
        InitializerKind.Uniform => "Uniform, uniform on ±1/√M for a layer of M inputs",
        InitializerKind.GlorotUniform => "GlorotUniform, uniform on ±√(6/(M+N)) for a layer of M inputs and N outputs",
        InitializerKind.GlorotNormal => "GlorotNormal, normal with variance 2/(M+N) for a layer of M inputs and N outputs",
        InitializerKind.HeUniform => "HeUniform, uniform on ±√(6/M) for a layer of M inputs",
        _ => "HeNormal, normal with variance 2/M for a layer of M inputs",
    };
}
