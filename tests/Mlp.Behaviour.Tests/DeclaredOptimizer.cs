using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Mlp.Testing.Reference;

namespace Mlp.Behaviour.Tests;

/// <summary>
/// The optimizer of a network as its attribute is written, defaults from the oracle: what the generator or the attribute make
/// of it has no part in what is expected.
/// </summary>
internal static class DeclaredOptimizer
{
    private static readonly string[] Names = ["SGD", "Momentum", "Nesterov", "RMSProp", "Adam", "AdamW"];

    /// <summary>The constants of a type; one whose plan is forced has no attribute, and those of its optimizer.</summary>
    public static OptimizerConstants Of(Type network, NetworkDescription description)
    {
        CustomAttributeData? attribute = network.GetCustomAttributesData().SingleOrDefault(data => data.AttributeType.BaseType == typeof(NetworkDeclarationAttribute));
        Dictionary<string, object?> arguments = (attribute?.NamedArguments ?? [])
            .ToDictionary(argument => argument.MemberName, argument => argument.TypedValue.Value);
        string declared = arguments.GetValueOrDefault("Optimizer") as string ?? (attribute is null ? description.Optimizer : "SGD");
        var defaults = new OptimizerConstants(Names.Single(name => name.Equals(declared, StringComparison.OrdinalIgnoreCase)));
        return defaults with
        {
            Momentum = Constant("Momentum", defaults.Momentum),
            Rho = Constant("Rho", defaults.Rho),
            Beta1 = Constant("Beta1", defaults.Beta1),
            Beta2 = Constant("Beta2", defaults.Beta2),
            Epsilon = Constant("Epsilon", defaults.Epsilon),
            WeightDecay = Constant("WeightDecay", defaults.WeightDecay),
            L1 = Constant("L1", defaults.L1),
        };

        double Constant(string name, double standard) => arguments.TryGetValue(name, out object? value) ? (double)value! : standard;
    }
}
