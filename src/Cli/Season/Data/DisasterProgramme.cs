using System.Text.Json;
using Google.Protobuf.WellKnownTypes;

namespace SmeOrleans.Cli.Season.Data;

/// <summary>A guidance unit of the disaster round; the programme gives its id and name only.</summary>
internal sealed record DisasterUnit(string Id, string Name)
{
    private const string Foundation = "財團法人";

    public UnitKind Kind => Name.StartsWith(Foundation, StringComparison.Ordinal) ? UnitKind.Foundation : UnitKind.Service;
}

/// <summary>The disaster round of a season (災後重建), read from <c>programme.json</c>.</summary>
/// <param name="GovernmentMax">Government money of a case at most, NT$.</param>
/// <param name="SelfFunded">The company pays a share.</param>
internal sealed record DisasterProgramme(
    string Name,
    DateOnly ReceivedFrom,
    DateOnly ReceivedTo,
    DateOnly ApprovedOn,
    DateOnly ExecutionFrom,
    DateOnly ExecutionTo,
    ImmutableArray<DisasterUnit> Units,
    long GovernmentMax,
    bool SelfFunded)
{
    private const int WholeShare = 100;

    /// <summary>Every case is visited: the reason that the round gives for it.</summary>
    public const string VisitReason = "every_case";

    public static DisasterProgramme Of(JsonElement json)
    {
        var (round, cap) = (json.GetProperty("disaster_round"), json.GetProperty("caps").GetProperty("disaster"));
        var (received, execution) = (round.Days("received"), round.Days("execution"));
        return new(
            round.Text("name"),
            received.From,
            received.To,
            round.Day("approved_on"),
            execution.From,
            execution.To,
            [.. round.GetProperty("units").EnumerateArray().Select(unit => new DisasterUnit(unit.Text("id"), unit.Text("name")))],
            cap.GetProperty("gov").GetInt64(),
            cap.GetProperty("self").GetInt64() > 0);
    }

    public static string RoundId(Programme programme) => $"{programme.RoundId}-disaster";

    public static string RoundName(Programme programme) => $"rounds/{RoundId(programme)}";

    /// <summary>No panels, no documents, no reports on the way; its cases count for no quota (Q-5, F-4).</summary>
    /// <param name="amount">What its one budget line holds, NT$.</param>
    public Round RoundOf(Programme programme, long amount)
    {
        var cap = new FundingCap { GovernmentMaxNtd = GovernmentMax, GovernmentShareMaxPercent = WholeShare, NoSelfFunding = !SelfFunded };
        var regular = programme.Round;
        return new()
        {
            DisplayName = Name,
            RocYear = programme.RocYear,
            Kind = RoundKind.Disaster,
            OpenTime = Timestamp.FromDateTimeOffset(programme.OpeningTime(ReceivedFrom)),
            CloseTime = Timestamp.FromDateTimeOffset(programme.DecisionTime(ReceivedTo)),
            Groups = { regular.Groups },
            Functions = { regular.Functions },
            Regions = { regular.Regions },
            Rules = new()
            {
                Sme = regular.Rules.Sme,
                General = cap,
                TradeLiberalisation = cap,
                Quotas = new(regular.Rules.Quotas) { NotCounted = true },
                NoDocuments = true,
                Review = new() { NoPanels = true },
                BudgetLines = { new BudgetLine { Code = "disaster", DisplayName = Name, AmountNtd = amount } },
                Execution = new()
                {
                    Months = Schedule.Months(ExecutionFrom, ExecutionTo),
                    FirstInstalmentPercent = regular.Rules.Execution.FirstInstalmentPercent,
                    VisitReasons = { new Category { Code = VisitReason, DisplayName = "災後個案逐案查訪" } },
                    NoAccountingReports = true,
                    NoMidtermReport = true,
                    NoBenefits = true,
                },
            },
        };
    }
}
