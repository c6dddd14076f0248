using System;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission;

/// <summary>Writes what is done to each vector of a row: one by one where there are few, else a loop and a last vector.</summary>
internal sealed class RowWriter(SourceWriter writer, VectorDialect dialect, int columns)
{
    public int Vectors { get; } = Lanes.Vectors(columns, dialect.Lanes);

    /// <summary>The floats in the last vector where it is not full, else 0.</summary>
    public int Tail { get; } = Lanes.Tail(columns, dialect.Lanes);

    public bool IsUnrolled => Vectors <= PlanBudget.UnrolledRowVectors;

    /// <summary>Writes a body for each vector of the row.</summary>
    /// <param name="body">Receives the offset, the floats in the vector, and an ending for names of locals.</param>
    public void ForEach(Action<string, int, string> body)
    {
        int full = Tail == 0 ? Vectors : Vectors - 1;
        if (IsUnrolled)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                int count = vector < full ? dialect.Lanes : Tail;
                body(CSharpLiteral.Int(vector * dialect.Lanes), count, Vectors == 1 ? "" : CSharpLiteral.Int(vector));
            }

            return;
        }

        string limit = CSharpLiteral.Int(full * dialect.Lanes);
        using (writer.Block($"for (int column = 0; column < {limit}; column += {CSharpLiteral.Int(dialect.Lanes)})"))
        {
            body("column", dialect.Lanes, "");
        }

        if (Tail != 0)
        {
            writer.Line();
            using (writer.Braces())
            {
                body(limit, Tail, "");
            }
        }
    }
}
