using System;
using System.Collections.Generic;
using Mlp.CompilerServices;

namespace Mlp.Training;

/// <summary>Works scalers into the parameters of a network, so that it takes and gives the user's own units and nothing else need travel with it.</summary>
public static class ScalerFolding
{
    // A scaled value is off by up to 2⁻²⁴ of what is taken away from it: here by a thousandth.
    private const double MostOffset = 1 << 14;

    /// <summary>Folds the scalers that the network was fitted with: <see cref="FittedNetworks.GetSchema{TNetwork}"/>.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network. Afterwards it knows that its data are unscaled.</param>
    /// <exception cref="InvalidOperationException">The network does not know its scalers, or they cannot be folded; nothing has happened.</exception>
    /// <inheritdoc cref="FoldScalers{TNetwork}(INetwork{TNetwork}, FeatureScaler, FeatureScaler)" path="/remarks"/>
    public static void FoldScalers<TNetwork>(this INetwork<TNetwork> network)
        where TNetwork : INetwork<TNetwork>
    {
        DataSchema schema = network.GetSchema() ?? throw new InvalidOperationException(
            $"This {typeof(TNetwork).Name} does not know its scalers: no fit and no weight file said so. Give them, by FoldScalers(scaler, targetScaler).");
        Fold(network, schema.Scaler, schema.TargetScaler);
    }

    /// <summary>Folds a scaler of the inputs into the first layer, and a scaler of the targets into the last one.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network. Afterwards it knows that the data whose scaler was given are unscaled.</param>
    /// <param name="scaler">The scaler of the inputs, as many features as the network has inputs; null for none.</param>
    /// <param name="targetScaler">The scaler of the targets, as many as the network has outputs; null for none.</param>
    /// <exception cref="ArgumentException">A scaler has another number of columns, or is not the one that the network was fitted with.</exception>
    /// <exception cref="InvalidOperationException">
    /// There is a target scaler and the output is not Identity; the layer is no dense one; a feature's mean is so far from 0, counted in its deviations, that
    /// <see cref="float"/> has too few digits without a scaler; or a parameter would not be finite. Nothing has happened.
    /// </exception>
    /// <remarks>
    /// With z = a x + b for an input and t = a′ y + b′ for a target, W₁ becomes W₁ a and b₁ becomes b₁ + W₁ b; W_L becomes W_L / a′
    /// and b_L becomes (b_L − b′) / a′. Made in <see cref="double"/>, rounded once. Predictions are what they were up to rounding,
    /// which is that of the unscaled inputs: some 2⁻²⁴ |mean| / deviation of a scaled input. The optimizer forgets all; training
    /// would go on in other units.
    /// </remarks>
    public static void FoldScalers<TNetwork>(this INetwork<TNetwork> network, FeatureScaler? scaler, FeatureScaler? targetScaler = null)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        DataFit.RequireSizes<TNetwork>(new DataSchema { Scaler = scaler, TargetScaler = targetScaler }, nameof(scaler), "The call");
        if (network.GetSchema() is { } known)
        {
            RequireOwn(scaler, known.Scaler, "inputs", nameof(scaler));
            RequireOwn(targetScaler, known.TargetScaler, "targets", nameof(targetScaler));
        }

        Fold(network, scaler, targetScaler);
    }

    private static void Fold<TNetwork>(INetwork<TNetwork> network, FeatureScaler? scaler, FeatureScaler? targetScaler)
        where TNetwork : INetwork<TNetwork>
    {
        if (scaler is null && targetScaler is null)
        {
            return;
        }

        IReadOnlyList<LayerDescription> layers = TNetwork.Description.Layers;
        float[] parameters = new float[TNetwork.ParameterCount];
        network.CopyParametersTo(parameters);
        double[] values = Array.ConvertAll(parameters, value => (double)value);
        if (scaler is not null)
        {
            FoldInputs(values, layers[0], scaler);
        }

        if (targetScaler is not null)
        {
            FoldOutputs(values, layers[^1], targetScaler);
        }

        float[] folded = Array.ConvertAll(values, value => (float)value);
        if (!VectorNorm.IsFinite(folded))
        {
            throw new InvalidOperationException("A parameter would not be finite with the scalers folded in: keep the scalers beside the network, in a Pipeline.");
        }

        network.SetParameters(folded);
        (network as ISlicedTraining)?.ResetOptimizer();
        if (network is IFittedNetwork fitted)
        {
            // What was not folded still stands outside.
            DataSchema known = fitted.Schema ?? new DataSchema();
            fitted.Schema = known with
            {
                Scaler = scaler is null ? known.Scaler : null,
                TargetScaler = targetScaler is null ? known.TargetScaler : null,
                KnowsScaling = true,
            };
        }
    }

    // Of data that were scaled by hand the network knows no scaler: whoever calls knows better.
    private static void RequireOwn(FeatureScaler? given, FeatureScaler? known, string what, string name)
    {
        if (given is not null && known is not null && !known.Equals(given))
        {
            throw new ArgumentException(
                $"{name} is {given}, but the network was fitted on {what} that went through {known}: fold that one, by FoldScalers().", name);
        }
    }

    // Another kind has its parameters in another order.
    private static void RequireDense(LayerDescription layer, string place)
    {
        if (layer.Kind != "Dense")
        {
            throw new InvalidOperationException(
                $"The {place} layer is of the kind {layer.Kind}, and a scaler can be folded into a dense layer alone: keep the scalers beside the network, in a Pipeline.");
        }
    }

    private static void FoldInputs(double[] values, LayerDescription layer, FeatureScaler scaler)
    {
        RequireDense(layer, "first");
        int biases = layer.ParameterOffset + layer.WeightCount;
        for (int column = 0; column < layer.Inputs; column++)
        {
            (double factor, double offset) = scaler.Map(column);
            if (Math.Abs(offset) > MostOffset)
            {
                throw new InvalidOperationException(RowMajor.Invariant(
                    $"Feature {column} (counted from 0) is {Math.Abs(offset):G3} of its units away from 0, and without a scaler a float has too few digits for its differences: keep the scaler beside the network, in a Pipeline, or subtract a constant from the feature."));
            }

            for (int unit = 0; unit < layer.Outputs; unit++)
            {
                ref double weight = ref values[layer.ParameterOffset + (unit * layer.Inputs) + column];
                values[biases + unit] += weight * offset;
                weight *= factor;
            }
        }
    }

    private static void FoldOutputs(double[] values, LayerDescription layer, FeatureScaler scaler)
    {
        if (layer.Activation != Activation.Identity)
        {
            throw new InvalidOperationException(
                $"The output is {layer.Activation}, and a target scaler can be folded into an Identity output alone: keep it beside the network, by a Pipeline.");
        }

        RequireDense(layer, "last");
        int biases = layer.ParameterOffset + layer.WeightCount;
        for (int unit = 0; unit < layer.Outputs; unit++)
        {
            (double factor, double offset) = scaler.Map(unit);
            for (int column = 0; column < layer.Inputs; column++)
            {
                values[layer.ParameterOffset + (unit * layer.Inputs) + column] /= factor;
            }

            values[biases + unit] = (values[biases + unit] - offset) / factor;
        }
    }
}
