using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Mlp.Package.Tests;

/// <summary>
/// What <c>dotnet new</c> makes of the template for a name, in this process: each name takes the real one a second. That both agree
/// is asserted of the solutions that are really made.
/// </summary>
/// <param name="content">The files of the package by path.</param>
internal sealed class TemplateExpansion(IReadOnlyDictionary<string, byte[]> content)
{
    private const string Root = "content/Network/";

    private readonly JsonNode _template = JsonNode.Parse(content[Root + ".template.config/template.json"])!;

    /// <summary>The value of a symbol for a name.</summary>
    public string Value(string symbol, string name) => Apply((string)_template["symbols"]![symbol]!["valueTransform"]!, name);

    /// <summary>The C# files of a new solution, by their paths in it.</summary>
    public IReadOnlyDictionary<string, string> Sources(string name)
    {
        Dictionary<string, string> values = _template["symbols"]!.AsObject()
            .ToDictionary(symbol => (string)symbol.Value!["replaces"]!, symbol => Value(symbol.Key, name));
        string project = Value("project", name);
        var tokens = new Regex(string.Join('|', values.Keys.OrderByDescending(token => token.Length).Select(Regex.Escape)));
        return content.Where(file => file.Key.EndsWith(".cs")).ToDictionary(
            file => file.Key[Root.Length..].Replace("My-Network", project),
            file => tokens.Replace(Encoding.UTF8.GetString(file.Value), token => values[token.Value]));
    }

    private string Apply(string form, string text)
    {
        JsonNode definition = _template["forms"]![form]!;
        return (string)definition["identifier"]! switch
        {
            "chain" => definition["steps"]!.AsArray().Aggregate(text, (value, step) => Apply((string)step!, value)),
            "replace" => Regex.Replace(text, (string)definition["pattern"]!, (string)definition["replacement"]!),
            "xmlEncode" => System.Security.SecurityElement.Escape(text).Replace("&apos;", "'"),
            string other => throw new InvalidDataException($"The form {form} is a {other}, which is not known here."),
        };
    }
}
