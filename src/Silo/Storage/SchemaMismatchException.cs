namespace SmeOrleans.Silo.Storage;

/// <summary>The database was laid out by another version of the service; nothing was read or changed.</summary>
public sealed class SchemaMismatchException(long found, long needed) : Exception(
    $"The store has schema version {found}; this version of the service needs {needed}. " +
    (found > needed
        ? "Start a service at least as new as the one that wrote the store, or name another store."
        : "Start the service version that wrote the store and export it, or name another store."))
{
    public long Found { get; } = found;

    public long Needed { get; } = needed;
}
