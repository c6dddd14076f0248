using Mlp.Generator.Model;

namespace Mlp.Generator.Emission.Vectors;

/// <summary>A parameter of an emitted method: how it is declared, and how it is handed on.</summary>
/// <param name="Type">Its type in C#.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsReference">Whether it is passed by reference: the first of many numbers.</param>
internal readonly record struct CallParameter(string Type, string Name, bool IsReference = false)
{
    /// <summary>The labels of samples, which networks without classes do not take.</summary>
    public static CallParameter Labels => new("int", "labels", IsReference: true);

    /// <summary>Which values the samples of a training drop.</summary>
    public static CallParameter Masks => new("DropoutMasks", "masks");

    /// <summary>The masks as a last parameter, of networks that draw any.</summary>
    public static string MaskParameter(NetworkModel model) => model.DrawsMasks ? ", " + Masks.Declaration : "";

    /// <summary>The same as a last argument.</summary>
    public static string MaskArgument(NetworkModel model) => model.DrawsMasks ? ", " + Masks.Given : "";

    public string Declaration => IsReference ? $"ref {Type} {Name}" : $"{Type} {Name}";

    public string Given => IsReference ? "ref " + Name : Name;

    /// <summary>Numbers, by the reference to the first.</summary>
    public static CallParameter Numbers(string name) => new(Real.Type, name, IsReference: true);
}
