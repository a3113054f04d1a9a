using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season.Findings;

/// <summary>Compares what the service holds with the data and with what was published.</summary>
/// <param name="year">Null: the replay ended with screening.</param>
internal sealed class SeasonFindings(SeasonData data, YearData? year, SeasonEnd end, StoredSeason season)
{
    private readonly FactSheet facts = new(season);
    private readonly List<KnownInconsistency> known = [.. KnownInconsistency.Read(Path.Combine(data.Folder, "expected"))];

    public SeasonResult Result()
    {
        var tables = season.Tables.Select(table => TableComparison.Of(table.Table, data.Published(table.Id))).ToImmutableArray();
        ImmutableArray<ComparedFigure> figures = end == SeasonEnd.Closing
            ? [.. facts.Compare(data.Folder), .. new SeriesComparison(data.Programme.RocYear, known).Of(year!, season.Series)]
            : [];
        var explained = tables.SelectMany(table => table.Cells.Select(cell => cell.Known)).Concat(figures.Select(figure => figure.Known)).ToHashSet();
        return new(
            [.. Summary()],
            [.. season.SubmittedOf(season.Regular).SelectMany(Verdicts.ReturnReasons).CountBy(reason => reason)
                .OrderByDescending(count => count.Value).ThenBy(count => count.Key).Select(count => (count.Key, count.Value))],
            [.. Differences()],
            tables,
            [.. season.Missing, .. (season.Invariants?.Violations ?? []).Select(violation => $"invariant: {violation}")],
            [.. season.Rounds.Where(round => round.Budget is not null).Select(round => (round.Name, round.Budget!))],
            figures,
            end == SeasonEnd.Closing ? [.. known.Where(one => !explained.Contains(one))] : []);
    }

    private IEnumerable<CaseDifference> Differences()
    {
        var byReference = ByReference(season.Regular);
        var cases = year is null ? null : new CaseComparison(year, byReference);
        return
        [
            .. Verdicts.Compare(data.Applications, byReference),
            .. end >= SeasonEnd.Review ? ScoreComparison.Of(year!.Scores, season) : [],
            .. end >= SeasonEnd.Approval ? cases!.Awards() : [],
            .. end >= SeasonEnd.Closing ? cases!.Payments() : [],
            .. end >= SeasonEnd.Closing ? cases!.Disaster(ByReference(season.Disaster!)) : [],
        ];
    }

    private Dictionary<string, Case> ByReference(StoredRound round) => season.Cases.Values
        .Where(found => found.Name.StartsWith($"{round.Name}/", StringComparison.Ordinal))
        .DistinctBy(found => found.Application.Reference)
        .ToDictionary(found => found.Application.Reference);

    private IEnumerable<string> Summary()
    {
        var qualified = season.SubmittedOf(season.Regular).Count(Verdicts.IsQualified);
        yield return $"{facts["applied_cases"]} received from {facts["units_applied"]} units, {facts["unqualified_cases"]} returned with reasons, {qualified} qualified";
        if (end >= SeasonEnd.Review)
        {
            yield return $"{facts["reviewed_cases"]} reviewed in {facts["review_sessions"]} sessions, {facts["not_recommended_cases"]} not recommended";
        }

        if (end >= SeasonEnd.Approval)
        {
            yield return Text($"{facts["approved_cases"]} approved for NT${facts["approved_gov_total"]:N0} with {facts["budget_left_over"]:N0} left, ")
                + $"{facts["reserve_cases"]} on reserve";
        }

        if (end >= SeasonEnd.Closing)
        {
            yield return Text($"{facts["discontinued_cases"]} discontinued, {facts["completed_cases"]} accepted, {facts["closed_cases"]} closed; ")
                + Text($"NT${facts["paid_gov_total"]:N0} paid");
            yield return Text($"benefits {decimal.Round(facts["benefit_total"] / 10_000m, MidpointRounding.AwayFromZero):N0} (NT$10,000)");
            if (season.Draw is { } draw)
            {
                yield return $"{draw.Drawn.Count} of {draw.Population.Count} running cases drawn for a visit (seed '{draw.Seed}'); "
                    + $"the {facts["visits"]} visits made follow the data";
            }

            yield return Text($"{facts["disaster_cases"]} disaster cases for NT${facts["disaster_gov"]:N0}");
            yield return $"{season.Invariants!.Violations.Count} violations of invariants; checked: "
                + string.Join(", ", season.Invariants.Counts.Select(count => Text($"{count.Count} {count.Subject}")));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
