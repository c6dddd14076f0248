using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>Judges scalers: finite numbers, one for all values or one for each channel.</summary>
internal sealed class AffineRules : LayerRules
{
    public override LayerModel? Judge(DeclaredLayer layer, Shape? arriving, ActivationModel activation, List<DeclarationIssue> issues)
    {
        var affine = (DeclaredAffine)layer;
        if (affine.Scales is not { } scales || affine.Offsets is not { } offsets)
        {
            return null;
        }

        bool isRight = Check(scales, "scale", layer.Place, 0, arriving, issues) & Check(offsets, "offset", layer.Place, 1, arriving, issues);
        if (!isRight || arriving is null)
        {
            return null;
        }

        // One and many together are as many of both.
        int count = System.Math.Max(scales.Count, offsets.Count);
        return new AffineLayer(arriving, Repeated(scales, count), Repeated(offsets, count));
    }

    private static EquatableArray<double> Repeated(EquatableArray<double> values, int count) =>
        values.Count == count ? values : Enumerable.Repeat(values[0], count).ToEquatableArray();

    private static bool Check(EquatableArray<double> values, string name, LayerPlace place, int argument, Shape? arriving, List<DeclarationIssue> issues)
    {
        if (values.Count == 0 || (values.Count > 1 && arriving is not null && values.Count != arriving.Channels))
        {
            string each = arriving is null ? "channel" : $"of {Text(arriving.Channels)} {(arriving.Extents.Count == 1 ? "values" : "channels")}";
            string must = arriving is { Channels: 1 } ? "1" : "1 for all values, or 1 for each " + each;
            issues.Add(Issue(DiagnosticIds.ConstantOutOfRange, place.Argument(argument), $"the number of {name}s", Text(values.Count), must));
            return false;
        }

        double[] wrong = [.. values.Where(value => double.IsNaN((float)value) || double.IsInfinity((float)value))];
        if (wrong.Length > 0)
        {
            issues.Add(Issue(DiagnosticIds.ConstantOutOfRange, place.Argument(argument), $"a {name}", Numeral.Of(wrong[0]), "a finite float"));
        }

        return wrong.Length == 0;
    }
}
