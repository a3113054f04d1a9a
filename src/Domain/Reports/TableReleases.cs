namespace SmeOrleans.Domain.Reports;

/// <summary>One cell of a released table.</summary>
[GenerateSerializer, Immutable, Alias("sme.ReleasedCell")]
public sealed record ReleasedCell(string Row, string Column, string Value);

/// <summary>A table as it was released, never changed afterwards.</summary>
/// <param name="Number">Counted from 1 for each table.</param>
/// <param name="JournalHead">Journal entry up to which it was counted.</param>
/// <param name="Csv">The file that the digest is of.</param>
/// <param name="Sha256">Of <paramref name="Csv"/> in UTF-8 with byte order mark, lower-case hex.</param>
/// <param name="FiguresChecked">Figures recounted from the journal.</param>
[GenerateSerializer, Immutable, Alias("sme.TableRelease")]
public sealed record TableRelease(
    int Number,
    string TableId,
    string TitleZh,
    ImmutableList<string> Rows,
    ImmutableList<string> Columns,
    ImmutableList<ReleasedCell> Cells,
    long JournalHead,
    string Csv,
    string Sha256,
    int FiguresChecked,
    DateTimeOffset ReleasedAt);

/// <summary>What the recount of a table from the journal found.</summary>
/// <param name="Candidate">The table as it would be released; null when there is no such table or round.</param>
/// <param name="Disagreements">Figures that do not add up, one line each.</param>
[GenerateSerializer, Immutable, Alias("sme.TableAudit")]
public sealed record TableAudit(TableRelease? Candidate, ImmutableList<string> Disagreements);

/// <summary>The releases of one table of one round, oldest first.</summary>
[GenerateSerializer, Immutable, Alias("sme.TableReleases")]
public sealed record TableReleases(string Name, ImmutableList<TableRelease> Releases)
{
    public static TableReleases Unknown(string name) => new(name, []);

    public TableReleases Apply(TableReleasesEvent happened) => happened switch
    {
        TableReleased e => this with { Releases = Releases.Add(e.Release) },
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}"),
    };
}

/// <summary>Something that happened to the releases of a table.</summary>
public abstract record TableReleasesEvent(DateTimeOffset At);

public sealed record TableReleased(DateTimeOffset At, TableRelease Release) : TableReleasesEvent(At);

/// <summary>What can be asked of the releases of a table.</summary>
[GenerateSerializer, Immutable, Alias("sme.TableReleasesCommand")]
public abstract record TableReleasesCommand;

[GenerateSerializer, Immutable, Alias("sme.ReleaseTable")]
public sealed record ReleaseTable : TableReleasesCommand;

/// <summary>What the releases of a table answer to a command.</summary>
public static class TableReleaseRules
{
    public static Decision<TableReleasesEvent> Decide(TableReleases table, TableAudit audit, DateTimeOffset now, TableReleasesCommand command) => command switch
    {
        ReleaseTable when audit.Candidate is null => Rejection.OfFields(new FieldViolation("table_id", "must be an id from ListReportTables")),
        ReleaseTable when audit.Disagreements is [var first, ..] => Rejection.Because(
            Reasons.TableNotAddingUp, ("figures", audit.Disagreements.Count), ("first", first)),
        ReleaseTable => new TableReleased(now, audit.Candidate with { Number = table.Releases.Count + 1, ReleasedAt = now }),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}"),
    };
}
