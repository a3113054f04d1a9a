using Microsoft.Data.Sqlite;
using SmeOrleans.Support;

namespace SmeOrleans.Storage.Benchmarks;

/// <summary>An empty store of one kind, on disk, and a folder beside it.</summary>
internal sealed class StoreFolder : IDisposable
{
    private StoreFolder(string path, string connection) => (Path, Connection) = (path, connection);

    public string Path { get; }

    public string Connection { get; }

    /// <param name="kind"><c>sqlite</c> or <c>postgresql</c>.</param>
    public static async Task<StoreFolder> CreateAsync(string kind)
    {
        var path = Directory.CreateTempSubdirectory("sme-benchmark-").FullName;
        return new(path, kind == "sqlite"
            ? $"Data Source={System.IO.Path.Combine(path, "sme.db")}"
            : await PostgresServer.CreateDatabaseAsync());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
