using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Mlp.Runtime.Tests.Serving;

/// <summary>What Unix can and .NET does not offer.</summary>
internal static class NativeFile
{
    /// <summary>Moves a link over another, atomically, as a ConfigMap does; <c>File.Move</c> takes no links to directories.</summary>
    internal static void RenameOver(string from, string to) => Check(Rename(from, to));

    internal static void MakePipe(string path) => Check(MakeFifo(path, 0b110_000_000));

    [DllImport("libc", EntryPoint = "rename", SetLastError = true)]
    private static extern int Rename([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);

    [DllImport("libc", EntryPoint = "mkfifo", SetLastError = true)]
    private static extern int MakeFifo([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);

    private static void Check(int result)
    {
        if (result != 0)
        {
            throw new Win32Exception();
        }
    }
}
