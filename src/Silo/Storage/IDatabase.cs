using System.Data.Common;

namespace SmeOrleans.Silo.Storage;

/// <summary>
/// The database behind everything: SQLite in a file or a PostgreSQL server. SQL outside this folder is written so that
/// both run it; times are ISO 8601 UTC text with seven decimals (sorts as time), flags are 0/1 integers, JSON is text.
/// </summary>
public interface IDatabase
{
    /// <summary><c>sqlite</c> or <c>postgresql</c>.</summary>
    string Kind { get; }

    /// <summary>An open connection; dispose it to give it back.</summary>
    ValueTask<DbConnection> OpenAsync(CancellationToken cancellation = default);

    /// <summary>A read-only transaction in which all queries see the same moment and no writer waits.</summary>
    ValueTask<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken cancellation = default);

    /// <summary>
    /// Waits until it is this writer's turn in this process; dispose the turn after the commit. SQLite has one writer, and
    /// those who find it taken sleep in growing steps: standing in line is fairer and quicker. PostgreSQL never waits here.
    /// </summary>
    ValueTask<IDisposable> TakeWriteTurnAsync(CancellationToken cancellation = default);

    /// <summary>Commits the writes of many grains in one transaction.</summary>
    IGrainWriter CreateWriter();
}
