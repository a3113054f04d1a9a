namespace SmeOrleans.Domain.Cases;

/// <summary>The rules of the table, each named as what must hold.</summary>
internal static partial class CaseRules
{
    public const long DocumentMaxBytes = 20_000_000;

    private static readonly ImmutableHashSet<string> ProposalTypes =
    [
        "application/pdf", "application/msword", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ];

    // W-1: both ends belong to the window; after it only an exception that the office granted lets a case in.
    public static Rejection? InsideWindow(Case subject, CaseCommand command, CaseFacts facts) => facts switch
    {
        _ when facts.ReceivedAt < facts.Round.OpensAt =>
            Rejection.Because(Reasons.WindowNotOpen, ("open_time", facts.Round.OpensAt), ("receive_time", facts.ReceivedAt)),
        _ when facts.ReceivedAt > facts.Round.ClosesAt && facts.Round.ExceptionFor(subject.Name, subject.Unit, facts.ReceivedAt) is null =>
            Rejection.Because(Reasons.WindowClosed, ("close_time", facts.Round.ClosesAt), ("receive_time", facts.ReceivedAt)),
        _ => null,
    };

    // U-1, U-2
    public static Rejection? UnitMaySubmit(Case subject, CaseCommand command, CaseFacts facts) =>
        UnitRules.MaySubmit(facts.Unit!, facts.ReceivedAt);

    // U-4
    public static Rejection? UnitHasRoom(Case subject, CaseCommand command, CaseFacts facts) => facts.UnitRefusal;

    // S-1
    public static Rejection? CompanyKnown(Case subject, CaseCommand command, CaseFacts facts) =>
        facts.Company?.Profile is null ? Rejection.Because(Reasons.CompanyUnknown, ("company", subject.Application!.Company)) : null;

    // Q-1 … Q-3
    public static Rejection? QuotaLeftWhereIntakeRefuses(Case subject, CaseCommand command, CaseFacts facts) => facts.QuotaRefusal;

    // T-8, F-3
    public static Rejection? ProjectTakesCase(Case subject, CaseCommand command, CaseFacts facts) => facts.ProjectRefusal;

    // The rights on a case are those of its unit, and its name bears its round: neither changes.
    public static Rejection? StaysWithUnitAndRound(Case subject, CaseCommand command, CaseFacts facts) =>
        command is SaveDraft draft && draft.Unit == subject.Unit && draft.Round == subject.Round
            ? null
            : Rejection.OfFields(new FieldViolation("case.unit", "unit and round of a case cannot change"));

    // AIP-154
    public static Rejection? VersionAsRead(Case subject, CaseCommand command, CaseFacts facts) =>
        ((SaveDraft)command).ExpectedVersion == facts.Version ? null : Rejection.Because(Reasons.EtagStale, ("current", facts.Version));

    public static Rejection? CodesOfRound(Case subject, CaseCommand command, CaseFacts facts)
    {
        var application = Content(subject, command);
        var wrong = facts.Round.WrongCodes(application.Group, application.Function, "case.application").ToList();
        Require(application.Mode is CaseMode.General or CaseMode.Common, "mode", "must be general or common");
        Require(application.Mode == CaseMode.Common == (application.CommonProject.Length > 0), "common_project", "must be given for common cases and only for them");
        return wrong.Count == 0 ? null : Rejection.OfFields(wrong);

        void Require(bool holds, string field, string description)
        {
            if (!holds)
            {
                wrong.Add(new($"case.application.{field}", description));
            }
        }
    }

    public static Rejection? AmountsAddUp(Case subject, CaseCommand command, CaseFacts facts) =>
        FundingRules.AddsUp(Content(subject, command).Budget);

    // F-1, F-2, F-3, F-4
    public static Rejection? WithinFundingCaps(Case subject, CaseCommand command, CaseFacts facts)
    {
        var application = subject.Application!;
        var rules = facts.Round.Rules;
        return application.Mode == CaseMode.Common
            ? FundingRules.WithinShare(application.Budget, rules.Common.GovernmentShareMaxPercent)
            : FundingRules.WithinCase(application.Budget, FundingRules.CapFor(facts.Round, facts.Company!.Profile!, application.DesignAwardPledge));
    }

    // F-6
    public static Rejection? EnoughCustomSoftware(Case subject, CaseCommand command, CaseFacts facts) =>
        FundingRules.EnoughCustomSoftware(subject.Application!.Function, subject.Application.CustomSoftwarePercent, facts.Round.Rules);

    // W-1, S-2: what nobody asked for stays as it was when the window closed.
    public static Rejection? DocumentAskedFor(Case subject, CaseCommand command, CaseFacts facts)
    {
        var asked = subject.Supplement!.Missing;
        return asked.Contains(((AttachDocument)command).Document.Kind)
            ? null
            : Rejection.Because(Reasons.SupplementNotAsked, ("asked", string.Join(", ", asked)));
    }

    // W-3
    public static Rejection? DocumentAllowed(Case subject, CaseCommand command, CaseFacts facts) => ((AttachDocument)command).Document switch
    {
        { Kind: DocumentKind.Unspecified } or { SizeBytes: <= 0 } =>
            Rejection.OfFields(new FieldViolation("document", "must have a kind and content")),
        { SizeBytes: > DocumentMaxBytes } => Rejection.Because(Reasons.DocumentTooLarge, ("limit_bytes", DocumentMaxBytes)),
        { Kind: DocumentKind.Proposal } document when !ProposalTypes.Contains(document.MediaType) =>
            Rejection.Because(Reasons.DocumentType, ("media_type", document.MediaType)),
        _ => null,
    };

    // S-2
    public static Rejection? NotAskedBefore(Case subject, CaseCommand command, CaseFacts facts) =>
        subject.Supplement is null ? null : Rejection.Because(Reasons.SupplementOnce, ("request_time", subject.Supplement.RequestedAt));

    public static Rejection? SomethingMissing(Case subject, CaseCommand command, CaseFacts facts) =>
        subject.Missing(facts.Round.Rules).IsEmpty ? Rejection.Because(Reasons.SupplementNothingMissing) : null;

    public static Rejection? NothingMissing(Case subject, CaseCommand command, CaseFacts facts) =>
        subject.Missing(facts.Round.Rules) is { IsEmpty: false } missing
            ? Rejection.Because(Reasons.DocumentsMissing, ("missing", string.Join(", ", missing)))
            : null;

    public static Rejection? InsideSupplementTime(Case subject, CaseCommand command, CaseFacts facts) =>
        facts.ReceivedAt <= subject.Supplement!.ExpiresAt ? null : SupplementLate(subject, facts);

    public static Rejection? SupplementTimeOver(Case subject, CaseCommand command, CaseFacts facts) =>
        facts.ReceivedAt > subject.Supplement!.ExpiresAt
            ? null
            : Rejection.Because(Reasons.StateMove, ("state", subject.State), ("command", command.GetType().Name), ("expire_time", subject.Supplement.ExpiresAt));

    // S-1: a common problem needs the bureau's word, yes or no, before screening ends.
    public static Rejection? BureauHasAnswered(Case subject, CaseCommand command, CaseFacts facts) =>
        subject.Application is { Mode: CaseMode.Common } application
        && facts.Project is null or { Confirmation: Confirmation.Unspecified }
            ? Rejection.Because(Reasons.CommonProblemNotConfirmed, ("project", application.CommonProject))
            : null;

    public static Rejection? NothingBlocks(Case subject, CaseCommand command, CaseFacts facts) =>
        Findings.Of(subject, facts).Find(finding => finding.Blocks)?.AsRejection();

    public static Rejection? SomethingBlocks(Case subject, CaseCommand command, CaseFacts facts) =>
        Findings.Of(subject, facts).Exists(finding => finding.Blocks)
            ? null
            : Rejection.Because(Reasons.StateMove, ("state", subject.State), ("command", command.GetType().Name));

    // F-3, decision 0015: whoever was qualified before the project fell below its floor goes the way of those after it.
    public static Rejection? ProjectBelowFloor(Case subject, CaseCommand command, CaseFacts facts) =>
        Findings.ProjectFloor(subject, facts) is { Blocks: true }
            ? null
            : Rejection.Because(Reasons.StateMove, ("state", subject.State), ("command", command.GetType().Name));

    // S-2: nobody is returned for documents alone without having been asked for them.
    public static Rejection? SupplementWasAsked(Case subject, CaseCommand command, CaseFacts facts) =>
        subject.Supplement is null && Findings.Of(subject, facts).Where(finding => finding.Blocks).All(finding => finding.Code == Reasons.DocumentsMissing.Code)
            ? NothingMissing(subject, command, facts)
            : null;

    private static Rejection SupplementLate(Case subject, CaseFacts facts) =>
        Rejection.Because(Reasons.SupplementLate, ("expire_time", subject.Supplement!.ExpiresAt), ("receive_time", facts.ReceivedAt));

    private static Application Content(Case subject, CaseCommand command) => command is SaveDraft draft ? draft.Application : subject.Application!;
}
