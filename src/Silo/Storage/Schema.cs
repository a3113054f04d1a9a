using System.Data.Common;
using Dapper;

namespace SmeOrleans.Silo.Storage;

/// <summary>Lays out an empty database and refuses one that another version has laid out.</summary>
internal static class Schema
{
    /// <summary>Raised with every change of the tables.</summary>
    private const long Version = 1;

    /// <summary>Call inside a transaction that keeps other processes from doing the same.</summary>
    /// <exception cref="SchemaMismatchException">The tables are of another version.</exception>
    public static void Ensure(DbTransaction transaction, string kind)
    {
        var connection = transaction.Connection!;
        connection.Execute("create table if not exists schema_version (version integer not null)", transaction: transaction);
        var found = connection.QuerySingleOrDefault<long?>("select max(version) from schema_version", transaction: transaction);
        if (found == Version)
        {
            return;
        }

        if (found is { } other)
        {
            throw new SchemaMismatchException(other, Version);
        }

        connection.Execute(Text("tables.sql"), transaction: transaction);
        connection.Execute(Text($"append-only.{kind}.sql"), transaction: transaction);
        connection.Execute("insert into schema_version (version) values (@Version)", new { Version }, transaction);
    }

    private static string Text(string name)
    {
        using var stream = typeof(Schema).Assembly.GetManifestResourceStream($"Schema/{name}")
            ?? throw new InvalidOperationException($"The assembly lacks the embedded file Schema/{name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
