using System;
using System.Globalization;

namespace Mlp.Onnx.Import;

/// <summary>Messages with numbers, which are written the same in every culture.</summary>
internal static class FormattableText
{
    /// <summary>The message.</summary>
    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
