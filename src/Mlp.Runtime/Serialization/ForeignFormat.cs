using System;

namespace Mlp.Serialization;

/// <summary>Knows other formats of weights by their first bytes.</summary>
/// <remarks>Asked only of files whose first 8 bytes are no possible length of a header, so that no weights are mistaken.</remarks>
internal static class ForeignFormat
{
    /// <summary>Names the format that a file of 8 or more bytes begins like; none where it is not known.</summary>
    internal static string? Recognize(ReadOnlySpan<byte> first)
    {
        if (first.StartsWith("PK\x03\x04"u8) || first.StartsWith("PK\x05\x06"u8))
        {
            return "a zip archive, as NumPy (.npz), PyTorch (.pt, .pth) and Keras (.keras) write";
        }

        if (first[0] == 0x89 && first[1..].StartsWith("HDF\r\n\x1a\n"u8))
        {
            return "an HDF5 file, as Keras writes (.h5)";
        }

        if (first[1..].StartsWith("NUMPY"u8) && first[0] == 0x93)
        {
            return "a NumPy array (.npy)";
        }

        if (first.StartsWith("GGUF"u8))
        {
            return "a GGUF file";
        }

        // Protocols 2 to 5; torch.save wrote such files before 1.6, joblib and scikit-learn do.
        if (first[0] == 0x80 && first[1] is >= 2 and <= 5)
        {
            return "a Python pickle, as old PyTorch (.pt) and scikit-learn (.pkl) write";
        }

        // Protocol buffers: field 1 is a small number, the version of the format; then come strings or the graph.
        if (first[0] == 0x08 && first[1] is > 0 and < 0x20 && first[2] is 0x12 or 0x1A or 0x22 or 0x2A or 0x32 or 0x3A or 0x42)
        {
            return "an ONNX model (.onnx)";
        }

        return null;
    }
}
