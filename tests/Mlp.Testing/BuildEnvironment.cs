using System.Collections.Generic;

namespace Mlp.Testing;

/// <summary>The environment in which tests let the SDK build something.</summary>
public static class BuildEnvironment
{
    /// <summary>Variables to set, or to remove where the value is null.</summary>
    public static IReadOnlyDictionary<string, string?> Variables { get; } = new Dictionary<string, string?>
    {
        // What the SDK leaves in the environment of tests would decide which SDK builds the child.
        ["MSBUILD_EXE_PATH"] = null,
        ["MSBuildSDKsPath"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["MSBuildLoadMicrosoftTargetsReadOnly"] = null,

        // No build outlives its test, or it would hold on to output that is deleted. The compiler may: it is the one that built
        // these tests, and one that begins anew for each project takes four times as long.
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["UseSharedCompilation"] = "true",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_NOLOGO"] = "1",

        // A compiler that lives for seconds does not live to see what profiles of its code are good for: a fifth of its time.
        ["DOTNET_TieredPGO"] = "0",
    };
}
