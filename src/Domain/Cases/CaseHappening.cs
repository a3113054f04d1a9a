namespace SmeOrleans.Domain.Cases;

/// <summary>The event that a move, once allowed, leads to. No rules here.</summary>
internal static partial class CaseHappening
{
    public static CaseEvent Of(CaseMove move, Case subject, CaseCommand command, CaseFacts facts)
    {
        var at = facts.ReceivedAt;
        return command switch
        {
            SaveDraft c => new DraftSaved(at, c.Round, c.Unit, c.Application),
            AttachDocument c => new DocumentAttached(at, c.Document with { UploadedAt = at }),
            Submit => Submission(subject, facts),
            Withdraw c => new CaseWithdrawn(at, c.Reason),
            BeginScreening => new ScreeningBegun(at),
            RecordDuplicateCheck c => new DuplicateCheckRecorded(at, new(c.Programme, c.Answer, at)),
            RecordFormGaps c => new FormGapsRecorded(at, c.Gaps),
            RequestSupplement c => new SupplementAsked(at, Asked(subject, c, facts)),
            AnswerSupplement => new SupplementReceived(at),
            // S-2: what came in time counts, also when the unit did not say that it was all.
            LapseSupplement when move.To == CaseState.Screening => new SupplementReceived(at),
            LapseSupplement => new CaseReturned(at, [Findings.DocumentsMissing(subject.Missing(facts.Round.Rules))]),
            CompleteScreening when move.To == CaseState.Qualified => new CaseQualified(at, Findings.Of(subject, facts)),
            CompleteScreening or FollowProject => new CaseReturned(at, Findings.Of(subject, facts)),
            FollowSession or FollowMeeting => OfReview(move, subject, facts),
            _ => OfExecution(move, subject, command, facts),
        };
    }

    private static Supplement Asked(Case subject, RequestSupplement command, CaseFacts facts)
    {
        var rules = facts.Round.Rules;
        var deadline = rules.Supplement.Derive(facts.ReceivedAt, rules.Deadlines.Suspensions);
        return new(subject.Missing(rules), command.Note, facts.ReceivedAt, deadline.ExpiresAt, AnsweredAt: null, deadline.Derivation);
    }

    private static SubmissionReceived Submission(Case subject, CaseFacts facts)
    {
        var company = facts.Company!.Profile!;
        var unit = facts.Unit!.Profile!;
        var portrait = new Portrait(
            company.DisplayName, company.County, facts.Round.RegionOf(company.County), company.FemaleHead, company.FivePlusTwo,
            unit.DisplayName, unit.Kind, unit.ContactEmail, company.Industry);
        var flags = (facts.Obstacles ?? []).Select(obstacle => Findings.OfQuota(obstacle) with { Blocks = false });
        var exception = facts.Round.ExceptionFor(subject.Name, subject.Unit, facts.ReceivedAt);
        return new(facts.ReceivedAt, facts.Receipt!, subject.Application!, portrait,
            exception is null ? [.. flags] : [Findings.OfException(exception, facts.ReceivedAt), .. flags]);
    }
}
