using System.Data.Common;

namespace SmeOrleans.Silo.Storage;

/// <summary>Opens the store that a store string names.</summary>
public static class Database
{
    /// <summary>
    /// <c>Data Source=FILE</c> opens SQLite, <c>Host=…</c> opens PostgreSQL; tables are laid out when there are none.
    /// </summary>
    /// <exception cref="ArgumentException">The string names neither.</exception>
    /// <exception cref="SchemaMismatchException">Another version of the service has laid out the tables.</exception>
    public static IDatabase Open(string store)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = store };
        if (parts.ContainsKey("Host") || parts.ContainsKey("Server"))
        {
            return PostgresDatabase.Open(store);
        }

        return parts.ContainsKey("Data Source")
            ? SqliteDatabase.Open(store)
            : throw new ArgumentException(
                "The store string names no store: write 'Data Source=FILE' for SQLite or 'Host=…;Database=…' for PostgreSQL.", nameof(store));
    }
}
