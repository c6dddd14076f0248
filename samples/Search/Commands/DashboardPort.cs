using System.Net;
using Spectre.Console;

namespace Mlp.Samples;

/// <summary>What a port may be.</summary>
internal static class DashboardPort
{
    public static ValidationResult Validate(int? port) =>
        port is < 1 or > IPEndPoint.MaxPort
            ? ValidationResult.Error($"--dashboard is {port}, but must be a port from 1 to {IPEndPoint.MaxPort}, such as 5005.")
            : ValidationResult.Success();
}
