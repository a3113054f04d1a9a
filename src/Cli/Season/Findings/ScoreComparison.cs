using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season.Findings;

/// <summary>Every score sheet of the data is on file to the point, and no other (T-4, T-6).</summary>
internal static class ScoreComparison
{
    public static IEnumerable<CaseDifference> Of(IEnumerable<ScoreRow> scores, StoredSeason season)
    {
        var stored = season.Sessions.SelectMany(session => session.Agenda.SelectMany(item => item.Sheets.Select(sheet =>
            (Key: Key(Last(session.Name), ItemId(item, season), Last(sheet.Reviewer)), Points: Text(sheet.Scores))))).ToDictionary(sheet => sheet.Key, sheet => sheet.Points);
        var expected = scores.ToDictionary(score => Key(score.SessionId, score.ItemId, score.ReviewerId), score => Text(score.Points));
        return
            from key in expected.Keys.Union(stored.Keys)
            let wanted = expected.GetValueOrDefault(key, "no sheet")
            let there = stored.GetValueOrDefault(key, "no sheet")
            where wanted != there
            select new CaseDifference(key, wanted, there);
    }

    // A common project bears the data's id; a case is known by its reference.
    private static string ItemId(AgendaItem item, StoredSeason season) =>
        season.Cases.TryGetValue(item.Item, out var found) ? found.Application.Reference : Last(item.Item);

    private static string Key(string session, string item, string reviewer) => $"score of {item} by {reviewer} in {session}";

    private static string Last(string name) => name[(name.LastIndexOf('/') + 1)..];

    private static string Text(IEnumerable<CriterionScore> points) => string.Join(' ', points
        .OrderBy(score => score.Criterion, StringComparer.Ordinal)
        .Select(score => string.Create(CultureInfo.InvariantCulture, $"{score.Criterion} {score.Points}")));
}
