using System.Collections.Generic;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission;

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
    /// <param name="bases">What it implements, after a colon; or nothing.</param>
    public void OpenType(string bases = "") => _scopes.Push(writer.Block($"partial {type.Keyword} {type.SelfReference}{bases}"));

    /// <summary>Closes all that is open.</summary>
    public void Close()
    {
        while (_scopes.Count > 0)
        {
            _scopes.Pop().Dispose();
        }
    }
}
