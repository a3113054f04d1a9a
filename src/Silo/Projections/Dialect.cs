using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Projections;

/// <summary>The few places where SQLite and PostgreSQL are written differently.</summary>
internal sealed class Dialect(IDatabase database)
{
    private bool IsPostgres { get; } = database.Kind == "postgresql";

    /// <summary>Text that compares by bytes, as SQLite's does, so that pages and keys have one order on both.</summary>
    public string TextType => IsPostgres ? "TEXT COLLATE \"C\"" : "TEXT";

    /// <summary>Rows that another process has claimed are passed over instead of waited for.</summary>
    public string SkipLocked => IsPostgres ? "FOR UPDATE SKIP LOCKED" : "";

    /// <summary>True for every column that is in the list parameter.</summary>
    public string IsIn(string column, string parameter) => IsPostgres ? $"{column} = ANY(@{parameter})" : $"{column} IN @{parameter}";
}
