using Xunit;

namespace Mlp.SearchCluster.Tests;

/// <summary>A test that needs a PostgreSQL server: skipped, and said to be, where none is installed.</summary>
internal sealed class DatabaseFactAttribute : FactAttribute
{
    /// <summary>A test that runs where there is a server.</summary>
    public DatabaseFactAttribute() => Skip = PostgresPrograms.Folder is null
        ? "PostgreSQL is not installed: neither on the PATH nor in /usr/lib/postgresql. Install it (Debian: postgresql) to run this test."
        : null;
}
