using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>What the weight files of a project can be called: by their path, or any end of it that no other has.</summary>
/// <param name="sources">The weight files of the project.</param>
internal sealed class WeightFileNames(EquatableArray<WeightSource> sources)
{
    private const string Extension = ".safetensors";

    /// <summary>As far as a slip of the keys goes.</summary>
    private const int NearDistance = 2;

    /// <summary>Whether a path is the one that is named, or ends with it, whole folders only.</summary>
    public static bool IsMeant(string name, string path)
    {
        string end = "/" + string.Join("/", name.Split('/', '\\').Where(part => part.Length > 0 && part is not ("." or "..")));
        return end.Length > 1 && ("/" + path).EndsWith(end, StringComparison.Ordinal);
    }

    /// <summary>The files whose name is nearly the one that is written, in whatever folder, as a code fix is told; null where there are none.</summary>
    public string? Near(string name)
    {
        string written = FileName(name.Replace('\\', '/'));
        IGrouping<int, WeightSource>? nearest = sources
            .GroupBy(source => Math.Min(Distance(source, written), Distance(source, written + Extension)))
            .OrderBy(files => files.Key)
            .FirstOrDefault();
        return written.Length > 0 && nearest is { Key: <= NearDistance } ? Of(nearest) : null;
    }

    /// <summary>The shortest names of some files, as a code fix is told; null where there are none.</summary>
    public string? Of(IEnumerable<WeightSource> files)
    {
        string[] names = [.. files.Select(ShortestName).OfType<string>().Distinct()];
        return names.Length == 0 ? null : string.Join(FixProperties.Separator.ToString(), names);
    }

    private static int Distance(WeightSource source, string name) => EditDistance.Between(FileName(source.Path), name);

    private static string FileName(string path) => path.Substring(path.LastIndexOf('/') + 1);

    /// <summary>The shortest end of a path that no other file has; null where the whole of it is the end of another.</summary>
    private string? ShortestName(WeightSource file)
    {
        for (int slash = file.Path.LastIndexOf('/'); slash >= 0; slash = slash == 0 ? -1 : file.Path.LastIndexOf('/', slash - 1))
        {
            string end = file.Path.Substring(slash + 1);
            if (end.IndexOf(FixProperties.Separator) < 0 && sources.Count(source => IsMeant(end, source.Path)) == 1)
            {
                return end;
            }
        }

        return null;
    }
}
