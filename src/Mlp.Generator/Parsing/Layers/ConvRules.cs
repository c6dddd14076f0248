using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>Judges convolutions: filters within the limits, a window that fits what arrives, groups that divide channels and filters.</summary>
internal sealed class ConvRules : LayerRules
{
    public override LayerModel? Judge(DeclaredLayer layer, Shape? arriving, ActivationModel activation, List<DeclarationIssue> issues)
    {
        var conv = (DeclaredConv)layer;
        bool hasFilters = LayerSizeRules.Check(conv.Filters, "number of filters", conv.Place.Argument(0), issues);
        WindowModel? window = new WindowRules(conv.Place, "Conv", issues).Judge(conv.Window, arriving, isPool: false);
        bool hasGroups = CheckGroups(conv, arriving, hasFilters, issues);
        return hasFilters && hasGroups && window is not null && CheckValues(conv, window, arriving!, issues)
            ? new ConvLayer(arriving!, conv.Filters.Value.GetValueOrDefault(), window, conv.Groups.Value.GetValueOrDefault(), activation)
            : null;
    }

    private static bool CheckValues(DeclaredConv conv, WindowModel window, Shape arriving, List<DeclarationIssue> issues)
    {
        IEnumerable<long> positions = window.Kernel.Select((_, axis) => window.Positions(axis, arriving.Extents[axis]));
        return LayerSizeRules.CheckValues(positions.Append(conv.Filters.Value.GetValueOrDefault()), "number of values that leave", conv.Place.Whole, issues);
    }

    private static bool CheckGroups(DeclaredConv conv, Shape? arriving, bool hasFilters, List<DeclarationIssue> issues)
    {
        if (conv.Groups.Value is not { } groups)
        {
            return false;
        }

        int filters = hasFilters ? conv.Filters.Value.GetValueOrDefault() : 0;
        string must = groups < 1 ? "1 or more"
            : arriving is not null && arriving.Channels % groups != 0 ? $"a divisor of the {Text(arriving.Channels)} channels that arrive"
            : filters % groups != 0 ? $"a divisor of the {Text(filters)} filters"
            : "";
        if (must.Length > 0)
        {
            issues.Add(Issue(DiagnosticIds.ConstantOutOfRange, conv.Place.Option("Groups"), "Groups", Text(groups), must));
        }

        return must.Length == 0;
    }
}
