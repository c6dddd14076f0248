using System;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>A test of what only Unix has: devices, pipes, modes.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Unix only." : null;
}
