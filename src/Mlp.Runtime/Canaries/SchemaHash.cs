using System;
using System.Security.Cryptography;
using System.Text;
using Mlp.Serialization;
using Mlp.Training;

namespace Mlp.Serving;

/// <summary>The SHA-256 of what the data of a network mean: class names and scalers as a weight file has them, a line for each.</summary>
internal static class SchemaHash
{
    /// <summary>Hashes a schema: lower-case hexadecimal digits.</summary>
    internal static string Of(DataSchema schema)
    {
        string names = schema.ClassNames is null ? "null" : ClassNamesText.Write(schema.ClassNames);
        string text = $"{names}\n{ScalerText.Write(schema.Scaler)}\n{ScalerText.Write(schema.TargetScaler)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
