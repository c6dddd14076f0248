using System.Collections.Generic;

namespace Mlp.Onnx.Import.Layers;

/// <summary>What became of a node that is no layer of its own; a list that begins with the last.</summary>
/// <param name="Previous">What was remarked before.</param>
/// <param name="Text">A sentence, or the operator of a node that was left out.</param>
internal sealed record Remark(Remark? Previous, string Text)
{
    /// <summary>A list with a text that it may have already: lists of operators stay short.</summary>
    public static Remark Once(Remark? last, string text)
    {
        for (Remark? remark = last; remark is not null; remark = remark.Previous)
        {
            if (remark.Text == text)
            {
                return last!;
            }
        }

        return new Remark(last, text);
    }

    /// <summary>The texts of a list, the first of them first.</summary>
    public static IReadOnlyList<string> InOrder(Remark? last)
    {
        var texts = new List<string>();
        for (Remark? remark = last; remark is not null; remark = remark.Previous)
        {
            texts.Add(remark.Text);
        }

        texts.Reverse();
        return texts;
    }
}
