using System.Collections.Generic;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission.Members;

/// <summary>Writes what is around the members of a part of the user's type: its namespace, the types it is nested in, its own head.</summary>
internal sealed class TypePartWriter(SourceWriter writer, TypeShape type)
{
    private readonly Stack<SourceWriter.Scope> _scopes = new();

    /// <summary>Opens the namespace and the types around the type.</summary>
    public void OpenSurroundings()
    {
        if (type.Namespace.Length > 0)
        {
            _scopes.Push(writer.Block($"namespace {type.Namespace}"));
        }

        foreach (ContainingType container in type.Containers)
        {
            _scopes.Push(writer.Block($"partial {container.Keyword} {container.NameWithTypeParameters}"));
        }
    }

    /// <summary>Opens the type.</summary>
    /// <param name="bases">What it implements.</param>
    public void OpenType(params string[] bases)
    {
        string head = $"partial {type.Keyword} {type.SelfReference}";
        string line = bases.Length == 0 ? head : $"{head} : {string.Join(", ", bases)}";
        if (writer.Fits(line))
        {
            _scopes.Push(writer.Block(line));
            return;
        }

        writer.Line(head);
        for (int index = 0; index < bases.Length; index++)
        {
            writer.Line($"    {(index == 0 ? ": " : "  ")}{bases[index]}{(index == bases.Length - 1 ? "" : ",")}");
        }

        _scopes.Push(writer.Braces());
    }

    /// <summary>Closes all that is open.</summary>
    public void Close()
    {
        while (_scopes.Count > 0)
        {
            _scopes.Pop().Dispose();
        }
    }
}
