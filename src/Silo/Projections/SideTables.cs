using System.Data.Common;
using Dapper;
using SmeOrleans.Domain.Cases;
using SmeOrleans.Domain.Rounds;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Projections;

/// <summary>
/// Tables that are written along with others: the codes of rounds, what happened to cases and what of that is public, and
/// their benefits by indicator.
/// </summary>
internal static class SideTables
{
    /// <summary>Kinds of benefit indicators, as <c>parent</c> of their codes.</summary>
    public const string ValueKind = "value";

    /// <inheritdoc cref="ValueKind"/>
    public const string CostKind = "cost";

    private static readonly string[] HappeningColumns = ["seq", "case_name", "round", "unit", "state", "told_state"];
    private static readonly string[] ChangeColumns = ["seq", "round", "case_name", "case_number", "company", "company_name", "unit", "title", "state", "at"];
    private static readonly string[] CodeColumns = ["id", "round", "dimension", "code", "display_name", "parent", "place"];
    private static readonly string[] BenefitColumns = ["id", "case_name", "round", "indicator", "amount_ntd"];

    public static readonly string[] Names = ["case_happenings", "published_changes", "round_codes", "case_benefits", .. SeatTables.Names];

    public static IEnumerable<string> Definition(Dialect dialect)
    {
        var text = dialect.TextType;
        yield return $"CREATE TABLE case_happenings (seq BIGINT PRIMARY KEY, case_name {text} NOT NULL, round {text} NOT NULL, unit {text} NOT NULL, state {text} NOT NULL, told_state {text} NOT NULL)";
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
        yield return $"CREATE TABLE case_benefits (id {text} PRIMARY KEY, case_name {text} NOT NULL, round {text} NOT NULL, "
            + $"indicator {text} NOT NULL, amount_ntd BIGINT NOT NULL)";
        yield return "CREATE INDEX case_benefits_1 ON case_benefits (case_name)";
    }

    public static async Task WriteAsync(DbTransaction transaction, FoldedRows folded, CancellationToken cancellation)
    {
        var happenings = folded.States.Where(pair => pair.State is Case).Select(pair => Happening(pair.Entry.Seq, (Case)pair.State)).ToList();
        await RowWriter.UpsertAsync(transaction, "case_happenings", HappeningColumns, happenings, cancellation);
        var changes = folded.States.Where(pair => pair.State is Case it && PublishedChanges.Has(pair.Entry.Type, it.State));
        await RowWriter.UpsertAsync(transaction, "published_changes", ChangeColumns, [.. changes.Select(pair => Change(pair.Entry, (Case)pair.State))], cancellation);
        await SeatTables.WriteAsync(transaction, folded, cancellation);
        await WriteBenefitsAsync(transaction, folded, cancellation);
        foreach (var round in folded.States.Select(pair => pair.State).OfType<Round>().GroupBy(round => round.Name).Select(same => same.Last()))
        {
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                "DELETE FROM round_codes WHERE round = @round", new { round = round.Name }, transaction, cancellationToken: cancellation));
            await RowWriter.UpsertAsync(transaction, "round_codes", CodeColumns, [.. Codes(round)], cancellation);
        }
    }

    private static object[] Happening(long seq, Case after) => [seq, after.Name, after.Round, after.Unit, after.State.ToString(), Disclosure.ToApplicant(after).ToString()];

    private static object[] Change(JournalEntry entry, Case after) =>
    [
        entry.Seq, after.Round, after.Name, after.Receipt!.CaseNumber, after.Application!.Company, after.Portrait!.CompanyName, after.Unit,
        after.Application.Title, after.State.ToString(), UtcText.Of(entry.At),
    ];
    private static async Task WriteBenefitsAsync(DbTransaction transaction, FoldedRows folded, CancellationToken cancellation)
    {
        var recorded = folded.States.Where(pair => pair.Entry.Type == nameof(BenefitsRecorded)).Select(pair => (Case)pair.State)
            .GroupBy(one => one.Name).Select(same => same.Last()).ToList();
        foreach (var one in recorded)
        {
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                "DELETE FROM case_benefits WHERE case_name = @name", new { name = one.Name }, transaction, cancellationToken: cancellation));
        }

        await RowWriter.UpsertAsync(transaction, "case_benefits", BenefitColumns, [.. recorded.SelectMany(Benefits)], cancellation);
    }

    private static IEnumerable<object[]> Benefits(Case one) => one.Execution!.Benefits.Where(benefit => benefit.Value.Amount != 0)
        .Select(benefit => new object[] { $"{one.Name}/{benefit.Key}", one.Name, one.Round, benefit.Key, benefit.Value.Amount });

    private static IEnumerable<object[]> Codes(Round round)
    {
        var codes = round.Groups.Select(group => ("group", group.Code, group.DisplayName, ""))
            .Concat(round.Functions.Select(function => ("function", function.Code, function.DisplayName, "")))
            .Concat(round.Regions.Select(region => ("region", region.Code, region.DisplayName, "")))
            .Concat(round.Regions.SelectMany(region => region.Counties.Select(county => ("county", county, county, region.Code))))
            .Concat(round.Rules.Execution.Indicators.Select(indicator =>
                ("indicator", indicator.Code, indicator.DisplayName, indicator.Kind == BenefitKind.Value ? ValueKind : CostKind)))
            .Concat(round.Rules.Execution.VisitReasons.Select(reason => ("visit_reason", reason.Code, reason.DisplayName, "")))
            .Concat(round.Rules.BudgetLines.Select(line => ("budget_line", line.Code, line.DisplayName, "")));
        return codes.DistinctBy(code => (code.Item1, code.Item2)).Select((code, place) =>
            new object[] { $"{round.Name}/{code.Item1}/{code.Item2}", round.Name, code.Item1, code.Item2, code.Item3, code.Item4, (long)place });
    }
}
