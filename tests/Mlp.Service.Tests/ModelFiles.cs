using System;
using System.IO;
using System.Security.Cryptography;
using Mlp.Samples;

namespace Mlp.Service.Tests;

/// <summary>A folder with two trained models, and the file that a service watches. It begins as the first of them.</summary>
internal sealed class ModelFiles : IDisposable
{
    // Trained once, whichever tests run.
    private static readonly Lazy<byte[]> FirstContent = new(() => Train(1));
    private static readonly Lazy<byte[]> SecondContent = new(() => Train(2));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlp-service-");

    public ModelFiles() => Replace(First);

    public static byte[] First => FirstContent.Value;

    public static byte[] Second => SecondContent.Value;

    /// <summary>The file that is watched.</summary>
    public string Path => System.IO.Path.Combine(_folder.FullName, "iris.safetensors");

    public static IrisNet NetworkOf(byte[] content) => IrisNet.Read(new MemoryStream(content));

    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Writes beside the file and renames over it.</summary>
    public void Replace(byte[] content)
    {
        string temporary = Path + ".tmp";
        File.WriteAllBytes(temporary, content);
        File.Move(temporary, Path, overwrite: true);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static byte[] Train(ulong seed)
    {
        string path = System.IO.Path.GetTempFileName();
        try
        {
            IrisTraining.Run(path, seed);
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
