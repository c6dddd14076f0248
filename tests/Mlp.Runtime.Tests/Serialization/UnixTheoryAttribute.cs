using System;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>Tests of what only Unix has, for several values.</summary>
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "Unix only." : null;
}
