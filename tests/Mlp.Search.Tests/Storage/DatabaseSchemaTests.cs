using Mlp.Searching.Storage;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests.Storage;

/// <summary>The schema that a search path names.</summary>
public sealed class DatabaseSchemaTests
{
    [Theory]
    [InlineData("mlp_search", "\"mlp_search\"")]
    [InlineData("Searches, public", "\"searches\"")]
    [InlineData("\"Searches\"", "\"Searches\"")]
    [InlineData("\"a\"\"b\"", "\"a\"\"b\"")]
    [InlineData("\"a\"; DROP SCHEMA public; --\"", "\"a\"\"; DROP SCHEMA public; --\"")]
    [InlineData("a\"; DROP SCHEMA public; --", "\"a\"\"; drop schema public; --\"")]
    public void A_schema_is_named_as_the_database_reads_it(string searchPath, string schema) => DatabaseSchema.SchemaOf(searchPath).ShouldBe(schema);
}
