using System;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Emission.Steps;

/// <summary>Writes what is done to each vector of a row: one by one where there are few, else a loop and a last vector.</summary>
internal sealed class RowWriter(SourceWriter writer, VectorDialect dialect, RowPlan row)
{
    public bool IsUnrolled => row.IsUnrolled;

    /// <summary>Writes a body for each vector of the row.</summary>
    /// <param name="body">Receives the offset, the floats in the vector, and an ending for names of locals.</param>
    public void ForEach(Action<Expression, int, string> body)
    {
        if (row.IsUnrolled)
        {
            for (int vector = 0; vector < row.Vectors; vector++)
            {
                int count = vector < row.FullVectors ? dialect.Lanes : row.Tail;
                body(Expression.Int(vector * dialect.Lanes), count, row.Vectors == 1 ? "" : CSharpLiteral.Int(vector));
            }

            return;
        }

        Expression limit = Expression.Int(row.FullVectors * dialect.Lanes);
        using (writer.Block($"for (int column = 0; column < {limit}; column += {CSharpLiteral.Int(dialect.Lanes)})"))
        {
            body("column", dialect.Lanes, "");
        }

        if (row.Tail != 0)
        {
            writer.Line();
            using (writer.Braces())
            {
                body(limit, row.Tail, "");
            }
        }
    }
}
