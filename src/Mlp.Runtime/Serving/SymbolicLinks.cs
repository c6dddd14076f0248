using System;
using System.IO;

namespace Mlp.Serving;

/// <summary>Follows symbolic links anywhere in a path.</summary>
/// <remarks>
/// <see cref="FileSystemInfo.ResolveLinkTarget"/> follows the last part of a path only; of a ConfigMap's
/// <c>model → ..data/model</c>, <c>..data → ..2024_01</c> it is the part before that moves.
/// </remarks>
internal static class SymbolicLinks
{
    // What Linux follows before it says ELOOP.
    private const int MostLinks = 40;

    /// <summary>The path without any link in it; none where links lead in a circle. What does not exist is no link.</summary>
    /// <param name="path">A full path.</param>
    internal static string? Resolve(string path)
    {
        for (int links = 0; links <= MostLinks; links++)
        {
            if (FollowFirst(path) is not { } followed)
            {
                return path;
            }

            path = followed;
        }

        return null;
    }

    private static string? FollowFirst(string path)
    {
        int end = Path.GetPathRoot(path)!.Length;
        while (end < path.Length)
        {
            int length = path.AsSpan(end).IndexOfAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
            int next = length < 0 ? path.Length : end + length;
            string prefix = path[..next];
            if (new FileInfo(prefix).LinkTarget is { } target)
            {
                return Path.GetFullPath(Path.Combine(Path.GetDirectoryName(prefix)!, target) + path[next..]);
            }

            end = next + 1;
        }

        return null;
    }
}
