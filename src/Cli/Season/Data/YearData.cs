using SmeOrleans.Cli.Filing;

namespace SmeOrleans.Cli.Season.Data;

/// <summary>A season as data from technical review on, and its disaster round.</summary>
/// <param name="History">Figures of earlier years and of this one, as published.</param>
internal sealed record YearData(
    ImmutableArray<ReviewerRow> Reviewers,
    ImmutableArray<SessionRow> Sessions,
    ImmutableArray<ScoreRow> Scores,
    ImmutableArray<ApprovalRow> Approvals,
    ImmutableArray<ClosureRow> Closures,
    ImmutableArray<MidtermRow> Midterms,
    ImmutableArray<VisitRow> Visits,
    ImmutableArray<FinalRow> Finals,
    ImmutableArray<BenefitRow> Benefits,
    ImmutableArray<DisasterRow> Disaster,
    ImmutableArray<HistoryFigure> History)
{
    public static YearData Read(SeasonData season)
    {
        var rules = season.Programme.Round.Rules;
        var offset = season.Programme.ClosesAt.Offset;
        return new(
            Rows("reviewers.csv", ReviewerRow.Of),
            Rows("sessions.csv", row => SessionRow.Of(row, offset)),
            Rows("scores.csv", row => ScoreRow.Of(row, rules.Review.Criteria)),
            Rows("approvals.csv", ApprovalRow.Of),
            Rows("closures.csv", ClosureRow.Of),
            Rows("midterm.csv", MidtermRow.Of),
            Rows("visits.csv", VisitRow.Of),
            Rows("final.csv", FinalRow.Of),
            Rows("benefits.csv", row => BenefitRow.Of(row, rules.Execution.Indicators)),
            Rows("disaster.csv", DisasterRow.Of),
            Rows("history.csv", HistoryOf));

        ImmutableArray<T> Rows<T>(string file, Func<CsvRow, T> of) => [.. CsvRow.ReadFile(Path.Combine(season.Folder, file)).Select(of)];
    }

    /// <summary>Of a year before the season's. A span of years that ends with it cannot be known before it.</summary>
    public static bool IsEarlier(HistoryFigure figure, int rocYear) =>
        int.TryParse(figure.RocYear, NumberStyles.None, CultureInfo.InvariantCulture, out var one) && one < rocYear;

    private static HistoryFigure HistoryOf(CsvRow row) => new()
    {
        Table = row.Text("table"),
        RocYear = row.Text("roc_year"),
        Dimension = row.Text("dimension"),
        Key = row.Text("key"),
        Measure = row.Text("measure"),
        Value = row.Text("value"),
    };
}
