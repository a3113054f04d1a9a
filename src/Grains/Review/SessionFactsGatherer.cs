using SmeOrleans.Domain.Funding;
using SmeOrleans.Grains.Cases;
using SmeOrleans.Grains.CommonProjects;
using SmeOrleans.Grains.Companies;
using SmeOrleans.Grains.Rounds;
using SmeOrleans.Grains.Units;

namespace SmeOrleans.Grains.Review;

/// <summary>Gathers what the rules of a session need to know from the grains around it.</summary>
internal sealed class SessionFactsGatherer(IGrainFactory grains, IRoundBook rounds)
{
    /// <summary>The facts for a command, or null when the session's round does not exist.</summary>
    public async Task<SessionFacts?> GatherAsync(Session session, DateTimeOffset receivedAt, SessionCommand command)
    {
        if (await rounds.FindAsync(session.Name[..session.Name.IndexOf("/sessions/", StringComparison.Ordinal)]) is not { } round)
        {
            return null;
        }

        var facts = SessionFacts.Of(receivedAt, round);
        return command switch
        {
            ScheduleSession c => await WithPanelAsync(facts, c.Plan.Panel),
            FollowPanel when session.Plan is { } plan => await WithPanelAsync(facts, plan.Panel),
            AssignReviewers or AssignByLoad or NameDelegate => await WithReviewersAsync(facts, session.Members),
            AddToAgenda c => await WithItemsAsync(session, round, await WithReviewersAsync(facts, session.Members), c.Items),
            ScoreItem c => await WithReviewersAsync(facts, [c.Reviewer]),
            RecordOpinion c => await WithReviewersAsync(facts, [c.By]),
            FollowTies c => await WithReviewersAsync(facts, [c.Reviewer]),
            _ => facts,
        };
    }

    private async Task<SessionFacts> WithPanelAsync(SessionFacts facts, string name) =>
        (await grains.GetGrain<IPanelGrain>(name).Read(Caller.Service)).State is { } panel
            ? await WithReviewersAsync(facts with { Panel = panel }, panel.Members)
            : facts;

    private async Task<SessionFacts> WithReviewersAsync(SessionFacts facts, IEnumerable<string> names)
    {
        var answers = await Task.WhenAll(names.Select(name => grains.GetGrain<IReviewerGrain>(name).Read(Caller.Service)));
        return facts with { Reviewers = facts.Reviewers.AddRange(answers.Select(answer => answer.State).OfType<Reviewer>().Select(one => KeyValuePair.Create(one.Name, one))) };
    }

    private async Task<SessionFacts> WithItemsAsync(Session session, Round round, SessionFacts facts, IEnumerable<string> names)
    {
        var found = await Task.WhenAll(names.Distinct().Select(name => FindAsync(round, name)));
        return facts with
        {
            Items = facts.Items.AddRange(found.Where(one => one.Item is not null).Select(one => KeyValuePair.Create(one.Name, one.Item!))),
            Busy = facts.Busy.AddRange(found.Where(one => one.Session.Length > 0 && one.Session != session.Name).Select(one => KeyValuePair.Create(one.Name, one.Session))),
        };
    }

    private async Task<(string Name, ReviewItem? Item, string Session)> FindAsync(Round round, string name)
    {
        var isProject = name.Contains("/commonProjects/", StringComparison.Ordinal);
        var project = isProject ? (await grains.GetGrain<ICommonProjectGrain>(name).Read(Caller.Service)).State : null;
        var caseNames = isProject ? project?.Members.Keys ?? [] : [name];
        var cases = (await Task.WhenAll(caseNames.Select(one => grains.GetGrain<ICaseGrain>(one).Read(Caller.Service))))
            .Select(answer => answer.State).OfType<Case>().Where(one => one.Round == round.Name).ToList();
        var session = cases.Find(one => one.State == CaseState.InReview)?.Review!.Session ?? "";
        // T-8: a common project comes as one, once screening has decided of all its cases; they do not come alone.
        var mode = isProject ? CaseMode.Common : CaseMode.General;
        if (isProject && cases.Exists(one => one.State is CaseState.Submitted or CaseState.Screening or CaseState.SupplementRequested))
        {
            return (name, null, session);
        }

        var qualified = cases.Where(one => one.State == CaseState.Qualified && one.Application!.Mode == mode).ToList();
        return (name, qualified.Count == 0 ? null : await ItemAsync(round, name, project, qualified), session);
    }

    private async Task<ReviewItem> ItemAsync(Round round, string name, CommonProject? project, List<Case> cases)
    {
        var companies = await Task.WhenAll(cases.Select(one => grains.GetGrain<ICompanyGrain>(one.Application!.Company).Read(Caller.Service)));
        var application = cases[0].Application!;
        var unit = (await grains.GetGrain<IUnitGrain>(cases[0].Unit).Read(Caller.Service)).State;
        return new(
            name, application.Mode, application.Group, application.Function, project?.Plan!.Title ?? application.Title, cases[0].Unit,
            [.. cases.Zip(companies, (one, company) => Of(round, one, company.State!.Profile!))],
            [.. cases.SelectMany(one => one.Application!.AvoidReviewers ?? []).Order(StringComparer.Ordinal)],
            cases.Exists(one => one.Portrait!.FivePlusTwo),
            cases.Exists(one => one.Portrait!.FemaleHead || one.Application!.FemalePrincipalInvestigator),
            cases.Exists(one => one.Application!.DesignAwardPledge),
            cases.Min(one => one.Receipt!.ReceivedAt),
            unit is null ? null : UnitRecord.Of(unit));
    }

    private static ItemCase Of(Round round, Case subject, CompanyProfile company)
    {
        var application = subject.Application!;
        var cap = application.Mode == CaseMode.Common
            ? new FundingCap(application.Budget.Government, round.Rules.Common.GovernmentShareMaxPercent, NoSelfFunding: false)
            : FundingRules.CapFor(round, company, application.DesignAwardPledge);
        return new(subject.Name, subject.Receipt!.CaseNumber, application.Company, subject.Portrait!.CompanyName, application.Budget, cap);
    }
}
