using SmeOrleans.Domain.Calendar;
using SmeOrleans.Domain.JointMeetings;
using SmeOrleans.Domain.Payments;
using Row = SmeOrleans.Projection.Tests.Season.Row;

namespace SmeOrleans.Projection.Tests;

/// <summary>The earthquake round: no panels, no company share, cases that count for no quota (Q-5).</summary>
internal static class SeasonDisaster
{
    public const string Round = "rounds/107-hualien";

    public static async Task ReplayAsync(World world, Round regular, HashSet<string> registered)
    {
        var round = regular with { Name = Round, Kind = RoundKind.Disaster };
        await world.HappenAsync(Round, new RoundCreated(round));
        var rows = Season.Rows("disaster.csv");
        foreach (var unit in rows.DistinctBy(row => row["unit_id"]))
        {
            await world.HappenAsync($"units/{unit["unit_id"]}",
                new UnitRegistered(new(unit["unit_name"], UnitKind.Foundation, "", "unit@example.com", "", false)), new UnitApproved());
        }

        await Task.WhenAll(rows.Select(row => CaseAsync(world, round, row, registered)));
    }

    private static async Task CaseAsync(World world, Round round, Row row, HashSet<string> registered)
    {
        var name = $"{Round}/cases/{row["case_id"]}";
        var company = $"companies/{row["company_tax_id"]}";
        if (!registered.Contains(row["company_tax_id"]))
        {
            await world.HappenAsync(company, new CompanyRegistered(
                new(row["company_name"], row["county"], row["industry"], Sector.Manufacturing, new(0), 1, new(0), false, false, false, false, false)));
        }

        await world.HappenAsync(company, new QuotaReserved(new(name, Round, 107, DateTimeOffset.UnixEpoch, false, QuotaStage.Applied)));
        var at = DateTimeOffset.Parse(row["received_on"] + "T09:00:00+08:00", System.Globalization.CultureInfo.InvariantCulture);
        var budget = new Domain.Funding.Budget(new(Season.Number(row, "total_budget")), new(Season.Number(row, "gov_funds")), new(Season.Number(row, "self_funded")));
        var application = new Application(company, row["group"], round.Functions[0].Code, CaseMode.General, "", row["topic"], row["topic"], budget, false, 0, row["case_id"]);
        var portrait = new Portrait(row["company_name"], row["county"], round.RegionOf(row["county"]), false, false, row["unit_name"], UnitKind.Foundation, "unit@example.com", row["industry"]);
        await world.HappenAsync(name,
            new DraftSaved(at, Round, $"units/{row["unit_id"]}", application), new SubmissionReceived(at, new(name, row["case_id"], at, "", ""), application, portrait, []),
            new ScreeningBegun(at), new CaseQualified(at, []),
            new CaseApproved(at, new("disaster", 1, 0, budget, at, null, null), new(1, LedgerKind.Committed, budget.Government, new(0), "", [], at)));
    }
}
