using System.Collections.Immutable;
using SmeOrleans.Domain.Cases;
using SmeOrleans.Domain.CommonProjects;
using SmeOrleans.Domain.Companies;
using SmeOrleans.Domain.Refusals;
using SmeOrleans.Domain.Rounds;
using SmeOrleans.Domain.Units;
using static SmeOrleans.Silo.Projections.ColumnType;
using static SmeOrleans.Silo.Projections.SqlText;

namespace SmeOrleans.Silo.Projections;

/// <summary>The tables of the projection, column by column.</summary>
internal static class Tables
{
    public static readonly ProjectedTable<Case> Cases = new("cases", "case", typeof(CaseEvent), Case.None, (state, happened) => state!.Apply((CaseEvent)happened),
        [
            new("round", Text, it => it.Round),
            new("unit", Text, it => it.Unit),
            new("state", Text, it => EnumName(it.State)),
            new("told_state", Text, it => EnumName(Disclosure.ToApplicant(it))),
            new("company", Text, it => it.Application?.Company ?? ""),
            new("group_code", Text, it => it.Application?.Group ?? ""),
            new("function_code", Text, it => it.Application?.Function ?? ""),
            new("mode", Text, it => EnumName(it.Application?.Mode ?? CaseMode.Unspecified)),
            new("common_project", Text, it => it.Application?.CommonProject ?? ""),
            new("title", Text, it => it.Application?.Title ?? ""),
            new("reference", Text, it => it.Application?.Reference ?? ""),
            new("total_ntd", Number, it => it.Application?.Budget.Total.Amount ?? 0),
            new("government_ntd", Number, it => it.Application?.Budget.Government.Amount ?? 0),
            new("self_ntd", Number, it => it.Application?.Budget.Self.Amount ?? 0),
            new("female_pi", Number, it => Flag(it.Application?.FemalePrincipalInvestigator ?? false)),
            new("unit_kind", Text, it => EnumName(it.Portrait?.UnitKind ?? UnitKind.Unspecified)),
            new("company_name", Text, it => it.Portrait?.CompanyName ?? ""),
            new("county", Text, it => it.Portrait?.County ?? ""),
            new("region", Text, it => it.Portrait?.Region ?? ""),
            new("female_head", Number, it => Flag(it.Portrait?.FemaleHead ?? false)),
            new("case_number", Text, it => it.Receipt?.CaseNumber ?? ""),
            new("submit_time", Text, it => Time(it.Receipt?.ReceivedAt)),
            new("return_reason", Text, ReturnReason),
            new("decided_time", Text, it => Time(it.ScreeningDecidedAt)),
            new("committed_ntd", Number, it => it.Execution?.Committed.Amount ?? 0),
            new("next_deadline", Text, it => Time(CaseDeadlines.Running(it).FirstOrDefault()?.ExpiresAt)),
            .. CaseColumns.Later,
        ],
        ["round, submit_time, name", "round, unit, submit_time, name", "round, case_number, name"]);

    public static readonly ProjectedTable<Unit> Units = new("units", "unit", typeof(UnitEvent), Unit.Unknown, (state, happened) => state!.Apply((UnitEvent)happened),
        [
            new("kind", Text, it => EnumName(it.Profile?.Kind ?? UnitKind.Unspecified)),
            new("display_name", Text, it => it.Profile?.DisplayName ?? ""),
            new("approved", Number, it => Flag(it.Approved)),
            new("suspended_until", Text, it => Time(it.SuspendedUntil)),
        ],
        []);

    public static readonly ProjectedTable<Company> Companies = new("companies", "company", typeof(CompanyEvent), Company.Unknown, (state, happened) => state!.Apply((CompanyEvent)happened),
        [
            new("display_name", Text, it => it.Profile?.DisplayName ?? ""),
            new("county", Text, it => it.Profile?.County ?? ""),
            new("industry", Text, it => it.Profile?.Industry ?? ""),
            new("female_head", Number, it => Flag(it.Profile?.FemaleHead ?? false)),
        ],
        []);

    public static readonly ProjectedTable<Round> Rounds = new("rounds", "round", typeof(RoundEvent), _ => null, (state, happened) => RoundDecisions.Apply(state, (RoundEvent)happened),
        [
            new("display_name", Text, it => it.DisplayName),
            new("roc_year", Number, it => (long)it.RocYear),
            new("kind", Text, it => EnumName(it.Kind)),
            new("open_time", Text, it => Time(it.OpensAt)),
            new("close_time", Text, it => Time(it.ClosesAt)),
        ],
        []);

    public static readonly ProjectedTable<CommonProject> CommonProjects = new("common_projects", "commonproject", typeof(CommonProjectEvent), CommonProject.Unknown, (state, happened) => state!.Apply((CommonProjectEvent)happened),
        [
            new("round", Text, it => it.Plan?.Round ?? ""),
            new("unit", Text, it => it.Plan?.Unit ?? ""),
            new("group_code", Text, it => it.Plan?.Group ?? ""),
            new("function_code", Text, it => it.Plan?.Function ?? ""),
            new("title", Text, it => it.Plan?.Title ?? ""),
            new("confirmation", Text, it => EnumName(it.Confirmation)),
            new("members", Number, it => (long)it.Members.Count),
        ],
        ["round, name"]);

    public static readonly ImmutableArray<ProjectedTable> All =
    [
        Cases, Units, Companies, Rounds, CommonProjects,
        ReviewTables.Reviewers, ReviewTables.Panels, ReviewTables.Sessions, ReviewTables.JointMeetings,
        MonitoringTables.VisitDraws, RecordTables.Histories, RecordTables.Releases,
    ];

    private static string ReturnReason(Case it) =>
        it.State == CaseState.Returned && it.Findings.Find(finding => finding.Blocks) is { } first ? Reasons.Of(first.Code).WireName : "";
}
