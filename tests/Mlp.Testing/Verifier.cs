using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Mlp.SnapshotTesting;

namespace Mlp.Testing;

/// <summary>
/// Snapshot tests as Verify.SourceGenerators does them, until that package is referenced: then this file goes, and the
/// global using of the test projects names Verify's own Verifier.
/// </summary>
public static class Verifier
{
    private static readonly ConcurrentDictionary<string, bool> UsedPrefixes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Compares every generated source with <c>Snapshots/{Class}.{Method}#{hint}.verified.cs</c> beside the test.</summary>
    /// <param name="driver">A driver that the harness ran.</param>
    /// <param name="sourceFile">The file of the test, named as its class.</param>
    /// <param name="method">The test method.</param>
    public static SettingsTask Verify(GeneratorDriver driver, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "") =>
        new(driver, Locate(sourceFile), Path.GetFileNameWithoutExtension(sourceFile), method);

    internal static void Compare(GeneratorDriver driver, string directory, string prefix)
    {
        Claim(Path.Combine(directory, prefix));
        GeneratorRun? run = GeneratorRun.Of(driver);
        run?.AssertClean();
        if (run is null && driver.GetRunResult().Diagnostics is [var first, ..])
        {
            throw new InvalidOperationException(first.ToString());
        }

        Directory.CreateDirectory(directory);
        FilesOf(directory, prefix, "received").ForEach(File.Delete);
        List<string> stale = FilesOf(directory, prefix, "verified");
        List<string> added = [];
        List<string> different = [];
        string? difference = null;
        foreach (EmittedFile emitted in EmittedFile.Of(driver))
        {
            string file = Path.Combine(directory, $"{prefix}#{Regex.Replace(emitted.HintName, @"\.cs$", "")}.verified.cs");
            string text = $"//HintName: {emitted.HintName}\n{emitted.Text}";
            bool isNew = !stale.Remove(file);
            string verified = isNew ? "" : File.ReadAllText(file).ReplaceLineEndings("\n");
            if (isNew || verified != text)
            {
                File.WriteAllText(IsAccepting ? file : Received(file), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
                (isNew ? added : different).Add(Path.GetFileName(file));
                difference ??= FirstDifference(Path.GetFileName(file), verified, text);
            }
        }

        if (IsAccepting)
        {
            stale.ForEach(File.Delete);
        }
        else if (added.Count + different.Count + stale.Count > 0)
        {
            throw new VerifyException(Report(directory, added, different, [.. stale.Select(file => Path.GetFileName(file))]) + difference);
        }
    }

    private static bool IsAccepting => Environment.GetEnvironmentVariable("MLP_ACCEPT_SNAPSHOTS") == "1"
        && (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"))
            ? true : throw new VerifyException("MLP_ACCEPT_SNAPSHOTS is refused where CI is set."));

    private static void Claim(string prefix)
    {
        if (!UsedPrefixes.TryAdd(prefix, true))
        {
            throw new VerifyException($"The prefix has already been used in this run: {prefix}. Use UseParameters.");
        }
    }

    // A deterministic build maps the root of the repository to /_/.
    private static string Locate(string sourceFile)
    {
        string file = sourceFile.StartsWith("/_/", StringComparison.Ordinal) ? Path.Combine(Repository.Root, sourceFile[3..]) : sourceFile;
        return Path.Combine(Path.GetDirectoryName(file)!, "Snapshots");
    }

    private static List<string> FilesOf(string directory, string prefix, string kind) =>
        [.. Directory.EnumerateFiles(directory, $"{prefix}#*.{kind}.cs").Order(StringComparer.Ordinal)];

    private static string Received(string verified) => verified[..^"verified.cs".Length] + "received.cs";

    private static string Report(string directory, List<string> added, List<string> different, List<string> stale)
    {
        var report = new StringBuilder($"Directory: {directory}\n");
        foreach ((string title, List<string> files) in new[] { ("New", added), ("NotEqual", different) }.Where(part => part.Item2.Count > 0))
        {
            report.Append($"{title}:\n").AppendJoin("", files.Select(file => $"  - Received: {Received(file)}\n    Verified: {file}\n"));
        }

        return report.Append(stale.Count > 0 ? "Delete:\n" : "").AppendJoin("", stale.Select(file => $"  - {file}\n")).ToString();
    }

    private static string FirstDifference(string file, string verified, string received)
    {
        string[] before = verified.Split('\n');
        string[] after = received.Split('\n');
        int line = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"\n{file}, line {line + 1}:\n- {before.ElementAtOrDefault(line)}\n+ {after.ElementAtOrDefault(line)}\n";
    }

    /// <summary>A verification that is about to run: awaited, or returned from the test as its task.</summary>
    public sealed class SettingsTask(GeneratorDriver driver, string directory, string type, string method)
    {
        private string _suffix = "";

        public static implicit operator Task(SettingsTask settings) => settings.ToTask();

        /// <summary>Names the snapshot after the test's parameters too: <c>_{parameter}={value}</c>.</summary>
        public SettingsTask UseParameters(object? value, [CallerArgumentExpression(nameof(value))] string parameter = "")
        {
            _suffix = $"_{parameter}={value}";
            return this;
        }

        /// <summary>The same for two parameters.</summary>
        public SettingsTask UseParameters(
            object? first,
            object? second,
            [CallerArgumentExpression(nameof(first))] string firstParameter = "",
            [CallerArgumentExpression(nameof(second))] string secondParameter = "")
        {
            _suffix = $"_{firstParameter}={first}_{secondParameter}={second}";
            return this;
        }

        public Task ToTask() => Task.Run(() => Compare(driver, directory, $"{type}.{method}{_suffix}"));

        public TaskAwaiter GetAwaiter() => ToTask().GetAwaiter();
    }

    /// <summary>A snapshot is missing, different or left over.</summary>
    public sealed class VerifyException(string message) : Exception(message);
}
