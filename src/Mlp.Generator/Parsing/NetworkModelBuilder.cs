using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Parsing;

/// <summary>Makes the network of a declaration found valid.</summary>
internal static class NetworkModelBuilder
{
    public static NetworkModel Build(MlpDeclaration declaration, EquatableArray<LayerModel> layers, NetworkChoices choices)
    {
        int[] sizes = [layers[0].Inputs, .. layers.Select(layer => layer.Outputs)];
        return new NetworkModel(
            declaration.Type.Shape,
            layers,
            new HeadModel(choices.Output, choices.Loss),
            choices.Optimizer,
            choices.Initializer,
            choices.Math,
            declaration.Type.HasOwnLayout,
            declaration.Type.Constructors.Any,
            declaration.Type.Constructors.Missing,
            declaration.Type.Constructors.Copies,
            declaration.Type.IsDocumented,
            declaration.Type.Constructors.AllowNone,
            declaration.Names.Weights.State == NameArgumentState.Given ? MessageText.Shorten(declaration.Names.Weights.Text) : null,
            declaration.Use,
            (declaration.Type.Levels[0].Modifiers & ForbiddenModifiers.Static) != 0,
            NormalForm(sizes, choices));
    }

    /// <summary>The attribute's arguments as one would write them: activations always, the rest where it is not the default. Files have no part in it.</summary>
    private static string NormalForm(int[] sizes, NetworkChoices choices)
    {
        List<string> arguments = [.. sizes.Select(size => size.ToString(CultureInfo.InvariantCulture))];
        AddWhen(sizes.Length > Limits.MinLayerSizes, "Hidden", string.Join(", ", choices.Hidden.Distinct().Count() == 1 ? choices.Hidden.Take(1) : choices.Hidden));
        AddWhen(true, "Output", choices.Output.ToString());
        AddWhen(choices.Loss != LossRules.DefaultFor(choices.Output), "Loss", choices.Loss.ToString());
        AddWhen(choices.Optimizer.Kind != OptimizerKind.SGD, "Optimizer", choices.Optimizer.Kind.ToString());
        arguments.AddRange(choices.Optimizer.NotDefault.Select(constant => constant.Name + " = " + Numeral.Of(constant.Value)));
        AddWhen(choices.Initializer != InitializerKind.Uniform, "Initializer", choices.Initializer.ToString());
        AddWhen(choices.Math != MathKind.Default, "Math", choices.Math.ToString());
        return string.Join(", ", arguments);

        void AddWhen(bool condition, string name, string value)
        {
            if (condition)
            {
                arguments.Add(name + " = \"" + value + "\"");
            }
        }
    }
}
