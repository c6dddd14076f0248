using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;
using Mlp.Validation;

namespace Mlp.Generator.Parsing.Files;

/// <summary>What the files of a project can be called: by their path, or any end of it that means no other.</summary>
/// <param name="sources">The files of the project, all of one format.</param>
/// <param name="extension">The extension of that format.</param>
/// <typeparam name="TSource">What is read of one.</typeparam>
internal sealed class ProjectFileNames<TSource>(EquatableArray<TSource> sources, string extension)
    where TSource : class, IProjectFile, IEquatable<TSource>
{
    /// <summary>As far as a slip of the keys goes.</summary>
    private const int NearDistance = 2;

    /// <summary>
    /// The files whose path is the one that is named, or ends with it, whole folders only. Of several it is the one whose folder has
    /// all the others in it, as a project's has its subfolders.
    /// </summary>
    public IReadOnlyList<TSource> Meant(string name)
    {
        string end = "/" + string.Join("/", Parts(name));
        TSource[] found = end.Length == 1 ? [] : [.. sources.Where(source => ("/" + source.Path).EndsWith(end, StringComparison.Ordinal))];
        if (found.Length > 1 && found.All(source => source.RealPath == found[0].RealPath))
        {
            // Several ways to one file, through links.
            return [found[0]];
        }

        TSource[] outermost = [.. found.Where(one => found.All(other => other == one || IsBelow(other, one, end)))];
        return outermost.Length == 1 ? outermost : found;
    }

    /// <summary>The files whose name is nearly the one that is written, in whatever folder, as a code fix is told; null where there are none.</summary>
    public string? Near(string name)
    {
        string written = FileName(name.Replace('\\', '/'));
        IGrouping<int, TSource>? nearest = sources
            .GroupBy(source => IsSameButForExtension(source, written) ? 0 : Math.Min(Distance(source, written), Distance(source, written + extension)))
            .OrderBy(files => files.Key)
            .FirstOrDefault();
        return written.Length > 0 && nearest is { Key: <= NearDistance } ? Of(nearest) : null;
    }

    /// <summary>The shortest names of some files, as a code fix is told; null where there are none.</summary>
    public string? Of(IEnumerable<TSource> files)
    {
        string[] names = [.. files.Select(ShortestName).OfType<string>().Distinct()];
        return names.Length == 0 ? null : string.Join(FixProperties.Separator.ToString(), names);
    }

    /// <summary>The folders of a name, and the file: <c>..</c> takes back the folder before it, and goes up from a folder that is not known where there is none.</summary>
    private static List<string> Parts(string name)
    {
        var parts = new List<string>();
        foreach (string part in name.Split('/', '\\').Where(part => part.Length > 0 && part != "."))
        {
            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return parts;
    }

    /// <summary>Whether a file is in a subfolder of the folder that another one was named in.</summary>
    private static bool IsBelow(TSource file, TSource other, string end) =>
        file.Path.Length > other.Path.Length
        && file.Path.StartsWith(other.Path.Substring(0, Math.Max(other.Path.Length - end.Length + 1, 0)), StringComparison.Ordinal);

    /// <summary>Whether the name is that of the file the weights were exported from: iris.pt.</summary>
    private bool IsSameButForExtension(TSource source, string name) =>
        name.LastIndexOf('.') is > 0 and var dot && string.Equals(FileName(source.Path), name.Substring(0, dot) + extension, StringComparison.OrdinalIgnoreCase);

    private static int Distance(TSource source, string name) => EditDistance.Between(FileName(source.Path), name);

    private static string FileName(string path) => path.Substring(path.LastIndexOf('/') + 1);

    /// <summary>The shortest end of a path that means this file; null where the whole of it means another.</summary>
    private string? ShortestName(TSource file)
    {
        for (int slash = file.Path.LastIndexOf('/'); slash >= 0; slash = slash == 0 ? -1 : file.Path.LastIndexOf('/', slash - 1))
        {
            string end = file.Path.Substring(slash + 1);
            if (end.IndexOf(FixProperties.Separator) < 0 && Meant(end) is { Count: 1 } meant && meant[0].Path == file.Path)
            {
                return end;
            }
        }

        return null;
    }
}
