using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using Microsoft.ML.OnnxRuntime;

namespace Mlp.Tool.Verification;

/// <summary>The native library of ONNX Runtime: it is found where its users have it, and is no part of this program.</summary>
internal static class RuntimeLibrary
{
    /// <summary>The environment variable that names it.</summary>
    public const string Variable = "MLP_ONNXRUNTIME";

    private const string ImportName = "onnxruntime";

    private static readonly Version Oldest = typeof(InferenceSession).Assembly.GetName().Version!;
    private static readonly Lock Gate = new();
    private static IntPtr _library;

    /// <summary>The file name of the library on this system.</summary>
    public static string FileName => OperatingSystem.IsWindows() ? "onnxruntime.dll" : OperatingSystem.IsMacOS() ? "libonnxruntime.dylib" : "libonnxruntime.so";

    /// <summary>Loads it, once for the process.</summary>
    /// <param name="named">The file that the user names; null for the one that is found.</param>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="IOException">The one that is named is not there, or of no use; the message says why.</exception>
    public static bool TryLoad(string? named)
    {
        lock (Gate)
        {
            named ??= Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? variable : null;
            IntPtr library = named is not null ? Named(named) : _library != IntPtr.Zero ? _library : Found();
            if (library == IntPtr.Zero || _library != IntPtr.Zero)
            {
                return library != IntPtr.Zero;
            }

            OrtEnv.DisableDllImportResolver = true;
            NativeLibrary.SetDllImportResolver(typeof(InferenceSession).Assembly, static (name, _, _) => name.StartsWith(ImportName, StringComparison.Ordinal) ? _library : IntPtr.Zero);
            _library = library;
            return true;
        }
    }

    /// <summary>Where packages of NuGet have it, the newest first.</summary>
    /// <param name="packages">The folder of all packages.</param>
    /// <param name="runtime">The system: <c>linux-x64</c>.</param>
    internal static IEnumerable<string> InPackages(string packages, string runtime)
    {
        string folder = Path.Combine(packages, "microsoft.ml.onnxruntime");
        return Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder)
                .Select(static version => (Folder: version, Version: Version.TryParse(Path.GetFileName(version), out Version? known) ? known : null))
                .Where(static found => IsNewEnough(found.Version))
                .OrderByDescending(static found => found.Version)
                .Select(found => Path.Combine(found.Folder, "runtimes", runtime, "native", FileName))
                .Where(File.Exists)
            : [];
    }

    private static IntPtr Named(string path)
    {
        if (!File.Exists(path))
        {
            throw new IOException($"{path} is not there. Name the library of ONNX Runtime: {FileName}.");
        }

        if (!NativeLibrary.TryLoad(Path.GetFullPath(path), out IntPtr library))
        {
            throw new IOException($"{path} is no library that this system can load. Name the library of ONNX Runtime for {RuntimeInformation.RuntimeIdentifier}.");
        }

        return VersionOf(library) is not { } version ? throw new IOException($"{path} is not the library of ONNX Runtime.")
            : IsNewEnough(version) ? library
            : throw new IOException($"{path} is ONNX Runtime {version}, and {Oldest.ToString(2)} or a newer one is needed.");
    }

    private static IntPtr Found()
    {
        string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (string candidate in InPackages(packages, PortableRuntime).Prepend(ImportName))
        {
            bool isLoaded = candidate == ImportName
                ? NativeLibrary.TryLoad(candidate, typeof(InferenceSession).Assembly, null, out IntPtr library)
                : NativeLibrary.TryLoad(candidate, out library);
            if (isLoaded && IsNewEnough(VersionOf(library)))
            {
                return library;
            }
        }

        return IntPtr.Zero;
    }

    private static string PortableRuntime =>
        $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    private static bool IsNewEnough(Version? version) => version is not null && (version.Major, version.Minor).CompareTo((Oldest.Major, Oldest.Minor)) >= 0;

    /// <summary>The version that a library says it is; null where it is another library.</summary>
    private static Version? VersionOf(IntPtr library)
    {
        if (!NativeLibrary.TryGetExport(library, "OrtGetApiBase", out IntPtr export))
        {
            return null;
        }

        IntPtr api = Marshal.GetDelegateForFunctionPointer<ApiBase>(export)();
        IntPtr text = Marshal.GetDelegateForFunctionPointer<VersionText>(Marshal.ReadIntPtr(api, IntPtr.Size))();
        return Version.TryParse(Marshal.PtrToStringUTF8(text), out Version? version) ? version : null;
    }

    /// <summary>OrtGetApiBase: the address of two functions, the second of which tells the version.</summary>
    [UnmanagedFunctionPointer(CallingConvention.StdCall)]
    private delegate IntPtr ApiBase();

    /// <summary>The second of them.</summary>
    [UnmanagedFunctionPointer(CallingConvention.StdCall)]
    private delegate IntPtr VersionText();
}
