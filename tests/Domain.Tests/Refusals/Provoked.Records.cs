using SmeOrleans.Domain.Reports;

namespace SmeOrleans.Domain.Tests.Refusals;

// What is refused of the office's own records.
internal static partial class Provoked
{
    private static Rejection? OfRecords(string code) => code switch
    {
        "history.of_round" => HistoryRules.Decide(
            History.Unknown(History.TheName), [107], Example.InWindow, new RecordHistory([new("26", "107", "unit_kind", "school", "applied", "1")])).Refusal,
        "table.not_adding_up" => TableReleaseRules.Decide(
            TableReleases.Unknown("t"), new(new(0, "table-02", "", [], [], [], 1, "", "", 0, default), ["a × b: 1 by the lists, 2 by the journal"]), Example.InWindow, new ReleaseTable()).Refusal,
        "exception.range" => RoundDecisions.Decide(
            Example.Round, 1, Example.InWindow, new GrantException("units/u", "units/u", Example.ClosesAt, "停電", "office:x")).Refusal,
        _ => null,
    };
}
