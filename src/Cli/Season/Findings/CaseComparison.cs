using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season.Findings;

/// <summary>A case whose outcome is not the one in the data.</summary>
internal sealed record CaseDifference(string Reference, string Expected, string Computed);

/// <summary>Compares what became of each case with what the data says, row by row: rank, decision and money.</summary>
internal sealed class CaseComparison(YearData year, IReadOnlyDictionary<string, Case> byReference)
{
    /// <summary>Rank, grade, mean and decision of every recommended case, and nobody else recommended (J-1, J-2).</summary>
    public IEnumerable<CaseDifference> Awards()
    {
        var expected = year.Approvals.Select(row => row.ApplicationId).ToHashSet();
        return year.Approvals.Select(row => Difference(row.ApplicationId, Text(row), Text))
            .Concat(byReference.Where(pair => pair.Value.Award is { Rank: > 0 } && !expected.Contains(pair.Key))
                .Select(pair => new CaseDifference(pair.Key, "not recommended", Text(pair.Value))))
            .OfType<CaseDifference>();
    }

    /// <summary>What was paid and what came back (M-2, M-3).</summary>
    public IEnumerable<CaseDifference> Payments() => year.Finals
        .Select(row => Difference(row.ApplicationId, Paid(row.FirstInstalment, row.SecondInstalment, 0), Paid))
        .Concat(year.Closures.Select(row => Difference(row.ApplicationId, Paid(row.FirstInstalment, 0, row.Returned), Paid)))
        .OfType<CaseDifference>();

    /// <summary>Cases of the disaster round: approved and accepted with the money that the data gives (F-4).</summary>
    /// <param name="disaster">Its cases by reference.</param>
    public IEnumerable<CaseDifference> Disaster(IReadOnlyDictionary<string, Case> disaster) => year.Disaster
        .Select(row => (row.Id, Expected: Text($"paid {row.Money.GovernmentNtd}, closed"), Found: disaster.GetValueOrDefault(row.Id)))
        .Select(row => (row.Id, row.Expected, Computed: row.Found is { } found
            ? Text($"paid {found.Execution?.PaidNtd ?? 0}, {found.State.ToString().ToLowerInvariant()}")
            : "not there"))
        .Where(row => row.Expected != row.Computed)
        .Select(row => new CaseDifference(row.Id, row.Expected, row.Computed));

    private CaseDifference? Difference(string reference, string expected, Func<Case, string> of)
    {
        var computed = byReference.TryGetValue(reference, out var found) ? of(found) : "not there";
        return computed == expected ? null : new(reference, expected, computed);
    }

    private static string Text(ApprovalRow row) => Award(row.Approved is null ? $"reserve {row.ReserveOrder}" : "approved", row.Rank, row.MeanScore, row.Grade,
        row.Approved is { } money ? Text($"{money.GovernmentNtd}+{money.SelfNtd}") : Text($"{row.RecommendedGovernment}"));

    private static string Text(Case found) => Award(
        found.WasApproved() ? "approved" : $"reserve {found.Award?.ReserveOrder ?? 0}",
        found.Award?.Rank ?? 0,
        found.Review?.MeanScore ?? "",
        found.Review?.Grade ?? Grade.Unspecified,
        found.WasApproved() ? Text($"{found.ApprovedNtd()}+{found.Award!.Money.SelfNtd}") : Text($"{found.Award?.Money.GovernmentNtd ?? 0}"));

    private static string Award(string decision, int rank, string mean, Grade grade, string money) => Text($"{decision}, rank {rank}, {mean} {grade}, {money}");

    private static string Paid(Case found) => Paid(
        found.PaidNtd(LedgerKind.FirstInstalment), found.PaidNtd(LedgerKind.SecondInstalment), -found.PaidNtd(LedgerKind.Refund));

    private static string Paid(long first, long second, long refunded) => Text($"paid {first} and {second}, {refunded} came back");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
