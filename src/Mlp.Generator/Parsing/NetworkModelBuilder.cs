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
        NameArgument weights = declaration.Onnx?.File ?? declaration.Names.Weights;
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
            weights.State == NameArgumentState.Given ? MessageText.Shorten(weights.Text) : null,
            declaration.Use,
            (declaration.Type.Levels[0].Modifiers & ForbiddenModifiers.Static) != 0,
            NormalForm(layers, choices, declaration.IsDeterministic))
        {
            IsDeterministic = declaration.IsDeterministic,
            IsPopulation = declaration.IsPopulation && declaration.Use == NetworkUse.Trains,
        };
    }

    /// <summary>
    /// The attribute as one would write it: activations always, the rest where it is not the default; with layers of its own where sizes do not say it all.
    /// Equal for networks of one shape. Files have no part in it.
    /// </summary>
    private static DeclarationForm NormalForm(EquatableArray<LayerModel> layers, NetworkChoices choices, bool isDeterministic)
    {
        LayerModel[] hidden = [.. layers.Take(layers.Count - 1)];
        bool isMlp = layers.All(layer => layer is DenseLayer);
        int[] sizes = isMlp ? [layers[0].Inputs, .. layers.Select(layer => layer.Outputs)] : [.. layers[0].Input.Extents];
        List<string> arguments = [.. sizes.Select(size => size.ToString(CultureInfo.InvariantCulture))];
        ActivationModel[] activations = [.. hidden.Select(layer => layer.Activation)];
        ActivationModel[] endings = [.. hidden.Where(layer => layer is DenseLayer or ConvLayer).Select(layer => layer.Activation).Distinct()];
        AddWhen(isMlp && hidden.Length > 0, "Hidden", string.Join(", ", (IEnumerable<ActivationModel>)(endings.Length == 1 ? endings : activations)));
        AddWhen(!isMlp && endings.Length == 1, "Hidden", endings.FirstOrDefault()?.ToString() ?? "");
        AddWhen(true, "Output", choices.Output.ToString());
        AddWhen(choices.Loss != LossRules.DefaultFor(choices.Output), "Loss", choices.Loss.ToString());
        AddWhen(choices.Optimizer.Kind != OptimizerKind.SGD, "Optimizer", choices.Optimizer.Kind.ToString());
        arguments.AddRange(choices.Optimizer.NotDefault.Select(constant => constant.Name + " = " + Numeral.Of(constant.Value)));
        AddWhen(choices.Initializer != InitializerKind.Uniform, "Initializer", choices.Initializer.ToString());
        AddWhen(choices.Math != MathKind.Default, "Math", choices.Math.ToString());
        arguments.AddRange(isDeterministic ? ["Deterministic = true"] : []);
        return new DeclarationForm(isMlp ? "Mlp" : "Network", string.Join(", ", arguments), isMlp ? "" : string.Concat(Attributes(layers, areNamed: endings.Length > 1).Select(attribute => ", " + attribute)));

        void AddWhen(bool condition, string name, string value)
        {
            if (condition)
            {
                arguments.Add(name + " = \"" + value + "\"");
            }
        }
    }

    /// <summary>The attributes of the layers: with a Flatten where a shape is forgotten, and with activations where the network does not say them.</summary>
    private static IEnumerable<string> Attributes(EquatableArray<LayerModel> layers, bool areNamed)
    {
        for (int index = 0; index < layers.Count; index++)
        {
            LayerModel layer = layers[index];
            if (index > 0 && layer.Input.Extents.Count < layers[index - 1].Output.Extents.Count)
            {
                yield return "Flatten";
            }

            // An activation behind a layer that names none would be that layer's.
            bool isLast = index == layers.Count - 1;
            yield return layer.Written(!isLast && (areNamed || layers[index + 1] is ActivationLayer or PReLULayer));
        }
    }
}
