using SmeOrleans.Grains.Cases;
using SmeOrleans.Grains.CommonProjects;
using SmeOrleans.Grains.Companies;
using SmeOrleans.Grains.Units;

namespace SmeOrleans.Grains.Intake;

/// <summary>
/// The flow of a submission across grains, without a distributed transaction: ask the rules, reserve the places, ask
/// again with the answers, give the receipt. What a refusal leaves reserved is freed at once; what a crash leaves, later.
/// </summary>
internal sealed class Submission(IGrainFactory grains, ICaseNumbers numbers, IReceiptSigner signer)
{
    private static readonly Submit Submit = new();

    /// <param name="requireLatest">Throws when another activation of the case has written meanwhile.</param>
    public async Task<Decision<CaseEvent>> DecideAsync(Case subject, CaseFacts facts, bool validateOnly, Func<Task> requireLatest)
    {
        var first = CaseMachine.Decide(subject, Submit, Foresee(subject, facts));
        if (first.Refusal is not null || validateOnly)
        {
            return first;
        }

        facts = await ReserveAsync(subject, facts);
        if (CaseMachine.Decide(subject, Submit, facts).Refusal is { } refusal)
        {
            await requireLatest();
            await FreeAsync(subject, facts);
            return refusal;
        }

        return CaseMachine.Decide(subject, Submit, facts with { Receipt = await ReceiptAsync(subject, facts) });
    }

    /// <summary>What the other grains would answer, as they were when they were read; nothing is reserved.</summary>
    private static CaseFacts Foresee(Case subject, CaseFacts facts) => facts with
    {
        UnitRefusal = UnitRules.Decide(facts.Unit!, facts.ReceivedAt, Count(subject, facts)).Refusal,
        ProjectRefusal = subject.Application!.Mode == CaseMode.Common
            ? CommonProjectRules.Decide(facts.Project ?? CommonProject.Unknown(subject.Application.CommonProject), facts.Round, Enlist(subject)).Refusal
            : null,
        QuotaRefusal = facts.Company is { } company ? CompanyRules.Decide(company, 0, Reserve(subject, facts)).Refusal : null,
    };

    private static CountApplication Count(Case subject, CaseFacts facts) => new(subject.Round, subject.Name, facts.Round.Rules.UnitApplicationCap);

    private static EnlistCase Enlist(Case subject)
    {
        var application = subject.Application!;
        return new(new(subject.Name, application.Company, application.Budget), subject.Unit, application.Group, application.Function);
    }

    private static ReserveQuota Reserve(Case subject, CaseFacts facts) =>
        new(subject.Name, subject.Round, facts.Round.RocYear, facts.ReceivedAt, facts.Round.Rules.Quotas);

    private async Task<CaseFacts> ReserveAsync(Case subject, CaseFacts facts)
    {
        var application = subject.Application!;
        var rules = facts.Round.Rules;
        if (rules.UnitApplicationCap > 0)
        {
            var counted = await Unit(subject).Execute(Own(facts), Count(subject, facts));
            facts = facts with { UnitRefusal = counted.Refusal };
        }

        if (application.Mode == CaseMode.Common)
        {
            var enlisted = await Project(subject).Execute(Own(facts), Enlist(subject));
            facts = facts with { ProjectRefusal = enlisted.Refusal };
        }

        var reserved = await Company(subject).Execute(Own(facts), Reserve(subject, facts));
        return CaseFactsGatherer.WithCompany(subject, facts with { QuotaRefusal = reserved.Refusal }, reserved.State ?? facts.Company);
    }

    private async Task FreeAsync(Case subject, CaseFacts facts)
    {
        await Company(subject).Execute(Own(facts), new ReleaseQuota(subject.Name));
        if (subject.Application!.Mode == CaseMode.Common)
        {
            await Project(subject).Execute(Own(facts), new DropCase(subject.Name));
        }

        if (facts.Round.Rules.UnitApplicationCap > 0)
        {
            await Unit(subject).Execute(Own(facts), new UncountApplication(subject.Round, subject.Name));
        }
    }

    private async Task<Receipt> ReceiptAsync(Case subject, CaseFacts facts)
    {
        var receipt = new Receipt(
            subject.Name, await numbers.NextAsync(subject.Round), facts.ReceivedAt,
            ContentDigest.Of(subject.Application!, subject.Documents.Values), SignedReceipt: "");
        return receipt with { SignedReceipt = signer.Sign(receipt) };
    }

    private ICompanyGrain Company(Case subject) => grains.GetGrain<ICompanyGrain>(subject.Application!.Company);

    private ICommonProjectGrain Project(Case subject) => grains.GetGrain<ICommonProjectGrain>(subject.Application!.CommonProject);

    private IUnitGrain Unit(Case subject) => grains.GetGrain<IUnitGrain>(subject.Unit);

    private static Envelope Own(CaseFacts facts) => new(Caller.Service, Guid.Empty, "", facts.ReceivedAt, ValidateOnly: false);
}
