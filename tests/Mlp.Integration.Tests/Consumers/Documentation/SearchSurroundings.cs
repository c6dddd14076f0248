using Mlp;
using Orleans.Hosting;

namespace Documentation;

/// <summary>A network of the page of searches, as are the other two: they have one shape, for only their names are shown.</summary>
[Mlp(4, 3, Output = "Softmax")]
internal sealed partial class NarrowNet;

/// <summary>Another one.</summary>
[Mlp(4, 3, Output = "Softmax")]
internal sealed partial class WideNet;

/// <summary>And another one.</summary>
[Mlp(4, 3, Output = "Softmax")]
internal sealed partial class ConvNet;

/// <summary>In the place of the three files of samples/Search/Dashboard, which need a framework more.</summary>
internal static class DashboardSilos
{
    /// <summary>Declared as there, and never called.</summary>
    public static void AddDashboard(this ISiloBuilder silo, int? port) => throw new NotSupportedException($"{silo} {port}");
}
