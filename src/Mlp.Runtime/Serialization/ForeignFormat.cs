using System;

namespace Mlp.Serialization;

/// <summary>Knows what is often found in the place of a weight file by its first bytes: other formats, archives, texts.</summary>
/// <remarks>Asked only of files that do not begin with a possible length of a header and a brace, so that no weights are mistaken.</remarks>
internal static class ForeignFormat
{
    /// <summary>The bytes of a file that are looked at.</summary>
    internal const int MostBytes = 512;

    private const string OtherWeights = "load it in the program that wrote it and save its tensors as safetensors";
    private const string Packed = "unpack it, and take the safetensors file that is in it";
    private const string OtherFile = "check that the path is that of the weights";

    // The type of a tar archive stands in its first entry, behind a name of 100 bytes and some numbers.
    private const int TarMagic = 257;

    /// <summary>Names the format that a file begins like, and says what to do; none where it is not known.</summary>
    /// <param name="first">As many bytes as there are, and as are looked at.</param>
    internal static ForeignFile? Recognize(ReadOnlySpan<byte> first) =>
        Weights(first) is { } weights ? new ForeignFile(weights, ForeignKind.Weights, OtherWeights)
        : BeginsAsOnnx(first) ? new ForeignFile("an ONNX model (.onnx)", ForeignKind.Onnx, OtherWeights)
        : Archive(first) is { } archive ? new ForeignFile(archive, ForeignKind.Archive, Packed)
        : File(first) is { } file ? new ForeignFile(file, ForeignKind.Other, OtherFile)
        : ForeignText.Recognize(first);

    private static string? Weights(ReadOnlySpan<byte> first) =>
        first.StartsWith("PK\x03\x04"u8) || first.StartsWith("PK\x05\x06"u8) ? "a zip archive, as NumPy (.npz), PyTorch (.pt, .pth) and Keras (.keras) write"
        : Begins(first, 0x89, "HDF\r\n\x1a\n"u8) ? "an HDF5 file, as Keras writes (.h5)"
        : Begins(first, 0x93, "NUMPY"u8) ? "a NumPy array (.npy)"
        : first.StartsWith("GGUF"u8) ? "a GGUF file"
        : first.Length > 8 && first[4..].StartsWith("TFL3"u8) ? "a TensorFlow Lite model (.tflite)"

        // Protocols 2 to 5; torch.save wrote such files before 1.6, joblib and scikit-learn do.
        : first.Length > 1 && first[0] == 0x80 && first[1] is >= 2 and <= 5 ? "a Python pickle, as old PyTorch (.pt) and scikit-learn (.pkl) write"
        : null;

    /// <summary>Protocol buffers: field 1 is a small number, the version of the format; then come strings or the graph.</summary>
    private static bool BeginsAsOnnx(ReadOnlySpan<byte> first) =>
        first.Length > 2 && first[0] == 0x08 && first[1] is > 0 and < 0x20 && first[2] is 0x12 or 0x1A or 0x22 or 0x2A or 0x32 or 0x3A or 0x42;

    private static string? Archive(ReadOnlySpan<byte> first) =>
        Begins(first, 0x1F, [0x8B]) ? "a gzip archive (.gz)"
        : Begins(first, 0xFD, "7zXZ\0"u8) ? "an xz archive (.xz)"
        : Begins(first, 0x28, [0xB5, 0x2F, 0xFD]) ? "a zstd archive (.zst)"
        : Begins(first, 0x04, [0x22, 0x4D, 0x18]) ? "an lz4 archive (.lz4)"
        : Begins(first, (byte)'7', [(byte)'z', 0xBC, 0xAF, 0x27, 0x1C]) ? "a 7z archive (.7z)"
        : first.StartsWith("BZh"u8) && first.Length > 4 && first[4] == 0x31 ? "a bzip2 archive (.bz2)"
        : first.StartsWith("Rar!\x1a\x07"u8) ? "a RAR archive (.rar)"
        : first.Length > TarMagic && first[TarMagic..].StartsWith("ustar"u8) ? "a tar archive (.tar)"
        : null;

    private static string? File(ReadOnlySpan<byte> first) =>
        first.StartsWith("%PDF-"u8) ? "a PDF document"
        : Begins(first, 0x89, "PNG\r\n\x1a\n"u8) ? "a PNG image"
        : Begins(first, 0xFF, [0xD8, 0xFF]) ? "a JPEG image"
        : first.StartsWith("GIF8"u8) ? "a GIF image"
        : first.StartsWith("SQLite format 3"u8) ? "an SQLite database"
        : first.StartsWith("PAR1"u8) ? "a Parquet file"
        : first.StartsWith("ARROW1"u8) ? "an Arrow file"
        : Begins(first, 0x7F, "ELF"u8) ? "a program or a library (ELF)"
        : first.StartsWith("MZ"u8) ? "a program or a library (EXE, DLL)"
        : null;

    /// <summary>Whether bytes begin with one that is no text, and others.</summary>
    private static bool Begins(ReadOnlySpan<byte> first, byte start, ReadOnlySpan<byte> rest) => !first.IsEmpty && first[0] == start && first[1..].StartsWith(rest);
}
