using SmeOrleans.Domain.Cases;
using SmeOrleans.Grains.CommonProjects;
using SmeOrleans.Grains.Companies;
using SmeOrleans.Grains.JointMeetings;
using SmeOrleans.Grains.Review;
using SmeOrleans.Grains.Rounds;
using SmeOrleans.Grains.Units;

namespace SmeOrleans.Grains.Cases;

/// <summary>Gathers what the rules of a case need to know from the grains around it.</summary>
internal sealed class CaseFactsGatherer(IGrainFactory grains, IRoundBook rounds)
{
    /// <summary>The facts for a command, or null when the case's round does not exist.</summary>
    public async Task<CaseFacts?> GatherAsync(Case subject, long version, DateTimeOffset receivedAt, CaseCommand command)
    {
        var roundName = command is SaveDraft draft ? draft.Round : subject.Round;
        if (roundName.Length == 0 || await rounds.FindAsync(roundName) is not { } round)
        {
            return null;
        }

        var facts = new CaseFacts(receivedAt, version, round);
        return command switch
        {
            Submit or CompleteScreening or FollowProject when subject.Application is { } application => await AroundAsync(subject, application, facts),
            FollowSession follow => facts with { Session = (await grains.GetGrain<ISessionGrain>(follow.Session).Read(Caller.Service)).State },
            FollowMeeting => await WithMeetingAsync(subject, facts),
            _ => facts,
        };
    }

    /// <summary>What the joint meeting says; where it approves, the company is asked first to count the case .</summary>
    private async Task<CaseFacts> WithMeetingAsync(Case subject, CaseFacts facts)
    {
        var meeting = (await grains.GetGrain<IJointMeetingGrain>($"{subject.Round}/jointMeeting").Read(Caller.Service)).State;
        facts = facts with { Meeting = meeting };
        if (meeting?.PublishedOutcomeOf(subject.Name) is not { Decision: EntryDecision.Approved } || !AwaitsApproval(subject.State))
        {
            return facts;
        }

        var own = new Envelope(Caller.Service, Guid.Empty, "", facts.ReceivedAt, ValidateOnly: false);
        var accepted = await grains.GetGrain<ICompanyGrain>(subject.Application!.Company)
            .Execute(own, new AcceptQuota(subject.Name, subject.Round, facts.Round.RocYear, facts.Round.Rules.Quotas));
        return facts with { QuotaRefusal = accepted.Refusal };
    }

    private static bool AwaitsApproval(CaseState state) =>
        state is CaseState.Graded or CaseState.Qualified or CaseState.Recommended or CaseState.Reserve or CaseState.Offered;

    private async Task<CaseFacts> AroundAsync(Case subject, Application application, CaseFacts facts)
    {
        var unit = grains.GetGrain<IUnitGrain>(subject.Unit).Read(Caller.Service);
        var company = grains.GetGrain<ICompanyGrain>(application.Company).Read(Caller.Service);
        var project = application.Mode == CaseMode.Common
            ? grains.GetGrain<ICommonProjectGrain>(application.CommonProject).Read(Caller.Service)
            : Task.FromResult(new Answer<CommonProject>(null, 0, null, false));
        await Task.WhenAll(unit, company, project);
        return WithCompany(subject, facts, (await company).State) with
        {
            Unit = (await unit).State ?? Unit.Unknown(subject.Unit),
            Project = (await project).State,
        };
    }

    /// <summary>The facts with a company and what its quotas say of the case.</summary>
    public static CaseFacts WithCompany(Case subject, CaseFacts facts, Company? company) => facts with
    {
        Company = company,
        Obstacles = company is null
            ? []
            : Quota.Obstacles(company, facts.Round.Rules.Quotas, facts.Round.Name, facts.Round.RocYear, subject.Name),
    };
}
