namespace SmeOrleans.Domain.Tests;

/// <summary>A case on its way, with the facts that the rules are told.</summary>
internal sealed partial class Walk
{
    public Case Case { get; private set; } = Case.None(Example.CaseName);

    public CaseFacts Facts { get; set; } = Example.Facts;

    public static readonly ImmutableArray<DocumentKind> AllDocuments = [.. Example.Rules.RequiredDocuments];

    /// <summary>A draft with all documents but <paramref name="without"/>.</summary>
    public static Walk ToDraft(Application? application = null, params DocumentKind[] without)
    {
        var walk = new Walk().Do(Example.Draft(application ?? Example.Application));
        foreach (var kind in AllDocuments.Except(without))
        {
            walk.Do(new AttachDocument(Example.Document(kind)));
        }

        return walk;
    }

    public static Walk ToScreening(Application? application = null, params DocumentKind[] without) =>
        ToDraft(application, without).Do(new Submit()).Do(new BeginScreening());

    public static Walk ToSupplement(params DocumentKind[] without) =>
        ToScreening(null, without).Do(new RequestSupplement("請補件"));

    /// <summary>Facts with which screening finds something that blocks.</summary>
    public static CaseFacts Blocked(CaseFacts facts) => facts with
    {
        Company = Example.Company.Apply(new CompanyUpdated(Example.Profile with { TaxArrears = true })),
    };

    public Walk With(Func<CaseFacts, CaseFacts> change)
    {
        Facts = change(Facts);
        return this;
    }

    public Walk At(DateTimeOffset time) => With(facts => facts with { ReceivedAt = time });

    public Decision<CaseEvent> Try(CaseCommand command) => CaseMachine.Decide(Case, command, Facts);

    public Walk Do(CaseCommand command)
    {
        var decision = Try(command);
        Assert.True(decision.Refusal is null, $"{command} in {Case.State}: {decision.Refusal?.Code}");
        Case = decision.Events.Aggregate(Case, (subject, happened) => subject.Apply(happened));
        return this;
    }

    public Rejection Refused(CaseCommand command, Reason reason) => Refusal.Of(Try(command), reason);

    public ImmutableList<Finding> Findings => Domain.Screening.Findings.Of(Case, Facts);
}
