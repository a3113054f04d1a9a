namespace SmeOrleans.Domain.Tests.Refusals;

/// <summary>For each reason whose text names facts, a refusal as the code really gives it.</summary>
internal static class Provoked
{
    private static readonly DateTimeOffset Late = Example.ClosesAt + Example.Tick;

    public static Rejection? By(string code) => code switch
    {
        "state.move" => Walk.To(CaseState.Draft).Try(new BeginScreening()).Refusal,
        "window.not_open" => Walk.ToDraft().At(Example.OpensAt - Example.Tick).Try(new Submit()).Refusal,
        "window.closed" => Walk.ToDraft().At(Late).Try(new Submit()).Refusal,
        "window.exception" => Findings.OfException(new("units/u", "units/u", Late, "停電", "office:x", Example.ClosesAt), Late).AsRejection(),
        "unit.suspended" => UnitRules.MaySubmit(
            Example.Unit with { Anomalies = [new(1, "", Example.InWindow), new(2, "", Example.InWindow)] }, Example.InWindow),
        "unit.cap" => UnitRules.Decide(
            Example.Unit.Apply(new ApplicationCounted("r", "a")), Example.InWindow, new CountApplication("r", "b", 1)).Refusal,
        "document.too_large" => Walk.ToDraft()
            .Try(new AttachDocument(Example.Document(DocumentKind.Tax) with { SizeBytes = long.MaxValue })).Refusal,
        "funding.sum" => FundingRules.AddsUp(Budget(1, 1, 1)),
        "funding.government_cap" => FundingRules.WithinCase(Budget(500_000, 400_000, 100_000), Example.Rules.General),
        "funding.share" => FundingRules.WithinCase(Budget(100, 81, 19), Example.Rules.General),
        "funding.total_cap" => FundingRules.WithinProject(Budget(2_000_000, 0, 2_000_000), 6, 50, Example.Rules.Common),
        "funding.custom_software" => FundingRules.EnoughCustomSoftware(Example.SoftwareFunction, 0, Example.Rules),
        "project.too_few_companies" => FundingRules.WithinProject(Example.Plan.Budget, 5, 50, Example.Rules.Common),
        "project.shared_work" => FundingRules.WithinProject(Example.Plan.Budget, 6, 0, Example.Rules.Common),
        "documents.missing" => Walk.ToScreening(null, DocumentKind.Tax).Try(new CompleteScreening()).Refusal,
        "supplement.late" => Walk.To(CaseState.SupplementRequested).At(Late).Try(new AnswerSupplement()).Refusal,
        "supplement.not_asked" => Walk.To(CaseState.SupplementRequested).Try(new AttachDocument(Example.Document(DocumentKind.Intent))).Refusal,
        "form.gaps" => Blocking(Walk.ToScreening().Do(new RecordFormGaps(["x"]))),
        "duplicate.elsewhere" => Blocking(Walk.ToScreening().Do(new RecordDuplicateCheck("p", DuplicateAnswer.Duplicate))),
        _ => throw new ArgumentOutOfRangeException(nameof(code), $"nothing provokes {code} here yet"),
    };

    private static Rejection Blocking(Walk walk) => walk.Findings.Single(finding => finding.Blocks).AsRejection();

    private static Budget Budget(long total, long government, long self) => new(new(total), new(government), new(self));
}
