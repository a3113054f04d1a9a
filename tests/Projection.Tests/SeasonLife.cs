using System.Globalization;
using SmeOrleans.Domain.Acceptance;
using SmeOrleans.Domain.Calendar;
using SmeOrleans.Domain.Contracts;
using SmeOrleans.Domain.Funding;
using SmeOrleans.Domain.JointMeetings;
using SmeOrleans.Domain.Money;
using SmeOrleans.Domain.Monitoring;
using SmeOrleans.Domain.Payments;
using SmeOrleans.Domain.Review;
using Row = SmeOrleans.Projection.Tests.Season.Row;

namespace SmeOrleans.Projection.Tests;

/// <summary>What the season's rows say of qualified cases, from review to closing, as events.</summary>
internal sealed class SeasonLife(RoundRules rules)
{
    private static readonly HashSet<string> Closures = [.. Season.Rows("closures.csv").Select(row => row["application_id"])];

    private readonly Dictionary<string, Row> _approvals = ById("approvals.csv");
    private readonly Dictionary<string, Row> _finals = ById("final.csv");
    private readonly Dictionary<string, Row> _visits = ById("visits.csv");
    private readonly Dictionary<string, Row> _benefits = ById("benefits.csv");
    private readonly Dictionary<string, string> _sessions = Season.Rows("sessions.csv")
        .SelectMany(row => row["item_ids"].Split(';').Select(item => (Item: item, Session: row["session_id"])))
        .ToDictionary(pair => pair.Item, pair => pair.Session);

    public static bool Left(Row application) => Closures.Contains(application["application_id"]);

    public IEnumerable<CaseEvent> Of(Row application)
    {
        var id = application["application_id"];
        var approval = _approvals.GetValueOrDefault(id);
        var reviewed = At("2018-05-10");
        var review = new CaseReview(
            $"{Season.Round}/sessions/{_sessions[application["common_project_id"] is { Length: > 0 } project ? project : id]}", "", "", "", [], [], MeanScore.None, Grade.Unspecified, null);
        yield return new ReviewScheduled(reviewed, review);
        yield return new CaseGraded(reviewed, review with { Grade = approval is null ? Grade.Not : Enum.Parse<Grade>(approval["grade"], ignoreCase: true) });
        foreach (var happened in approval is null ? [new CaseNotRecommended(reviewed)] : Recommended(id, approval))
        {
            yield return happened;
        }
    }

    private IEnumerable<CaseEvent> Recommended(string id, Row approval)
    {
        var at = At(approval["decided_on"]);
        var award = new Award(approval["mode"], (int)Season.Number(approval, "rank"), 0, Asked(approval), at, null, null);
        yield return new CaseRecommended(at, award);
        if (approval["decision"] != "approved")
        {
            yield return new CaseReserved(at, award with { ReserveOrder = (int)Season.Number(approval, "reserve_order") });
            yield break;
        }

        var budget = new Budget(Ntd(approval, "approved_total"), Ntd(approval, "approved_gov"), Ntd(approval, "approved_self"));
        yield return new CaseApproved(at, award with { Budget = budget }, Entry(LedgerKind.Committed, budget.Government, new(0), at));
        yield return new ContractSigned(at, new("", at, DateOnly.FromDateTime(at.Date), DateOnly.FromDateTime(at.Date).AddMonths(rules.Execution.Months), budget));
        foreach (var happened in Execution(id, at))
        {
            yield return happened;
        }
    }

    private IEnumerable<CaseEvent> Execution(string id, DateTimeOffset at)
    {
        if (_visits.GetValueOrDefault(id) is { } row)
        {
            var visit = new Visit(VisitSelection.Office, row["reason"], at, null, "", VisitResult.Unspecified, "");
            yield return new VisitPlanned(at, visit);
            yield return new VisitMade(at, visit with { VisitedOn = DateOnly.Parse(row["visited_on"], CultureInfo.InvariantCulture), Result = VisitResult.AsPlanned });
        }

        if (Closures.Contains(id))
        {
            yield return new CaseDiscontinued(at, "", []);
            yield break;
        }

        var final = _finals[id];
        var accepted = At(final["accepted_on"]);
        var spent = Ntd(final, "gov_spent");
        yield return new InstalmentPaid(at, Entry(LedgerKind.FirstInstalment, new(0), Ntd(final, "gov_instalment_1"), at));
        yield return new FinalReportFiled(accepted, new(new(spent, Ntd(final, "self_paid"), Ntd(final, "self_spent")), "", "", accepted));
        yield return new BenefitsRecorded(accepted, rules.Execution.Indicators
            .ToImmutableSortedDictionary(indicator => indicator.Code, indicator => Ntd(_benefits[id], indicator.Code), StringComparer.Ordinal));
        yield return new SurveyRecorded(accepted, new(Respondent.Company, [], accepted));
        yield return new CaseAccepted(accepted, new(new(0), "", new(spent, Ntd(final, "gov_instalment_2"), new(0), []), accepted), []);
        yield return new InstalmentPaid(accepted, Entry(LedgerKind.SecondInstalment, new(0), Ntd(final, "gov_instalment_2"), accepted));
        yield return new CaseClosed(accepted);
    }

    private static Budget Asked(Row approval) => new(Ntd(approval, "recommended_gov"), Ntd(approval, "recommended_gov"), new(0));

    private static LedgerEntry Entry(LedgerKind kind, Ntd committed, Ntd paid, DateTimeOffset at) => new(1, kind, committed, paid, "", [], at);

    private static Ntd Ntd(Row row, string column) => new(Season.Number(row, column));

    private static DateTimeOffset At(string date) => new(DateTime.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture), Taipei.Offset);

    private static Dictionary<string, Row> ById(string file) => Season.Rows(file).ToDictionary(row => row["application_id"]);
}
