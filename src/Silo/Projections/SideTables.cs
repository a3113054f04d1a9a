using System.Data.Common;
using Dapper;
using SmeOrleans.Domain.Cases;
using SmeOrleans.Domain.Rounds;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Projections;

/// <summary>Tables that are written along with others: the codes of rounds, and what happened to cases, and what of that is public.</summary>
internal static class SideTables
{
    private static readonly string[] HappeningColumns = ["seq", "case_name", "round", "unit", "state"];
    private static readonly string[] ChangeColumns = ["seq", "round", "case_name", "case_number", "company", "company_name", "unit", "title", "state", "at"];
    private static readonly string[] CodeColumns = ["id", "round", "dimension", "code", "display_name", "parent", "place"];

    public static readonly string[] Names = ["case_happenings", "published_changes", "round_codes", .. SeatTables.Names];

    public static IEnumerable<string> Definition(Dialect dialect)
    {
        var text = dialect.TextType;
        yield return $"CREATE TABLE case_happenings (seq BIGINT PRIMARY KEY, case_name {text} NOT NULL, round {text} NOT NULL, unit {text} NOT NULL, state {text} NOT NULL)";
        yield return "CREATE INDEX case_happenings_1 ON case_happenings (round, seq)";
        yield return "CREATE INDEX case_happenings_2 ON case_happenings (case_name, seq)";
        yield return $"CREATE TABLE published_changes (seq BIGINT PRIMARY KEY, round {text} NOT NULL, case_name {text} NOT NULL, case_number {text} NOT NULL, "
            + $"company {text} NOT NULL, company_name {text} NOT NULL, unit {text} NOT NULL, title {text} NOT NULL, state {text} NOT NULL, at {text} NOT NULL)";
        yield return "CREATE INDEX published_changes_1 ON published_changes (round, seq)";
        yield return $"CREATE TABLE round_codes (id {text} PRIMARY KEY, round {text} NOT NULL, dimension {text} NOT NULL, code {text} NOT NULL, "
            + $"display_name {text} NOT NULL, parent {text} NOT NULL, place BIGINT NOT NULL)";
        foreach (var seats in SeatTables.Definition(dialect))
        {
            yield return seats;
        }
    }

    public static async Task WriteAsync(DbTransaction transaction, FoldedRows folded, CancellationToken cancellation)
    {
        var happenings = folded.States.Where(pair => pair.State is Case).Select(pair => Happening(pair.Entry.Seq, (Case)pair.State)).ToList();
        await RowWriter.UpsertAsync(transaction, "case_happenings", HappeningColumns, happenings, cancellation);
        var changes = folded.States.Where(pair => pair.State is Case it && PublishedChanges.Has(pair.Entry.Type, it.State));
        await RowWriter.UpsertAsync(transaction, "published_changes", ChangeColumns, [.. changes.Select(pair => Change(pair.Entry, (Case)pair.State))], cancellation);
        await SeatTables.WriteAsync(transaction, folded, cancellation);
        foreach (var round in folded.States.Select(pair => pair.State).OfType<Round>().GroupBy(round => round.Name).Select(same => same.Last()))
        {
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                "DELETE FROM round_codes WHERE round = @round", new { round = round.Name }, transaction, cancellationToken: cancellation));
            await RowWriter.UpsertAsync(transaction, "round_codes", CodeColumns, [.. Codes(round)], cancellation);
        }
    }

    private static object[] Happening(long seq, Case after) => [seq, after.Name, after.Round, after.Unit, after.State.ToString()];

    private static object[] Change(JournalEntry entry, Case after) =>
    [
        entry.Seq, after.Round, after.Name, after.Receipt!.CaseNumber, after.Application!.Company, after.Portrait!.CompanyName, after.Unit,
        after.Application.Title, after.State.ToString(), UtcText.Of(entry.At),
    ];

    private static IEnumerable<object[]> Codes(Round round)
    {
        var codes = round.Groups.Select(group => ("group", group.Code, group.DisplayName, ""))
            .Concat(round.Functions.Select(function => ("function", function.Code, function.DisplayName, "")))
            .Concat(round.Regions.Select(region => ("region", region.Code, region.DisplayName, "")))
            .Concat(round.Regions.SelectMany(region => region.Counties.Select(county => ("county", county, county, region.Code))));
        return codes.DistinctBy(code => (code.Item1, code.Item2)).Select((code, place) =>
            new object[] { $"{round.Name}/{code.Item1}/{code.Item2}", round.Name, code.Item1, code.Item2, code.Item3, code.Item4, (long)place });
    }
}
