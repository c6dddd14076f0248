using System;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>Reads very many files, and asks what came of each. The environment variable MLP_FILES is another number of them.</summary>
internal static class ManyFiles
{
    /// <summary>What is allocated for a file of no size: the exception with its trace, and the message.</summary>
    internal const long Constant = 64 << 10;

    /// <summary>Of each kind of file.</summary>
    private const int Usual = 5_000;

    /// <summary>Reads files, the same in every run, and asserts that it were so many.</summary>
    internal static void Read(Gen<byte[]> files, Action<byte[]> read)
    {
        string? wanted = Environment.GetEnvironmentVariable("MLP_FILES");
        int count = string.IsNullOrEmpty(wanted) ? Usual : int.Parse(wanted, CultureInfo.InvariantCulture);
        int done = 0;
        Prop.ForAll(files.ToArbitrary(), file =>
        {
            done++;
            read(file);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(new Replay(new Rnd(1, 3), null)));
        done.ShouldBeGreaterThanOrEqualTo(count);
    }

    /// <summary>The code with which a file is refused; none where it is read.</summary>
    internal static WeightFileError? CodeOf(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (WeightFileException exception)
        {
            return exception.Code;
        }
    }
}
