using static SmeOrleans.Domain.Access.CaseRight;
using static SmeOrleans.Domain.Cases.CaseRules;
using static SmeOrleans.Domain.Cases.CaseState;

namespace SmeOrleans.Domain.Cases;

/// <summary>Every legal move of a case. What is not in the table is refused with <c>state.move</c>.</summary>
public static class CaseMachine
{
    public static readonly ImmutableArray<CaseMove> Moves =
    [
        // command                          from                 to                   right           what must hold, in the order tried
        new(typeof(SaveDraft),              CaseState.None,      Draft,               Apply,          CodesOfRound, AmountsAddUp),
        new(typeof(SaveDraft),              Draft,               Draft,               Apply,          StaysWithUnitAndRound, VersionAsRead, CodesOfRound, AmountsAddUp),
        new(typeof(AttachDocument),         Draft,               Draft,               Apply,          DocumentAllowed),
        new(typeof(AttachDocument),         SupplementRequested, SupplementRequested, Apply,          InsideSupplementTime, DocumentAskedFor, DocumentAllowed),
        new(typeof(Submit),                 Draft,               Submitted,           Apply,          InsideWindow, UnitMaySubmit, CodesOfRound, CompanyKnown, AmountsAddUp,
                                                                                                      WithinFundingCaps, EnoughCustomSoftware, UnitHasRoom, ProjectTakesCase, QuotaLeftWhereIntakeRefuses),
        new(typeof(Withdraw),               Draft,               Withdrawn,           Apply),
        new(typeof(Withdraw),               Submitted,           Withdrawn,           Apply),
        new(typeof(Withdraw),               CaseState.Screening, Withdrawn,           Apply),
        new(typeof(Withdraw),               SupplementRequested, Withdrawn,           Apply),
        new(typeof(Withdraw),               Qualified,           Withdrawn,           Apply),
        new(typeof(RecordDuplicateCheck),   Submitted,           Submitted,           CheckDuplicate),
        new(typeof(RecordDuplicateCheck),   CaseState.Screening, CaseState.Screening, CheckDuplicate),
        new(typeof(RecordDuplicateCheck),   SupplementRequested, SupplementRequested, CheckDuplicate),
        new(typeof(BeginScreening),         Submitted,           CaseState.Screening, Screen),
        new(typeof(RecordFormGaps),         CaseState.Screening, CaseState.Screening, Screen),
        new(typeof(RequestSupplement),      CaseState.Screening, SupplementRequested, Screen,         NotAskedBefore, SomethingMissing),
        new(typeof(AnswerSupplement),       SupplementRequested, CaseState.Screening, Apply,          InsideSupplementTime, NothingMissing),
        new(typeof(LapseSupplement),        SupplementRequested, CaseState.Screening, Lapse,          SupplementTimeOver, NothingMissing),
        new(typeof(LapseSupplement),        SupplementRequested, Returned,            Lapse,          SupplementTimeOver, SomethingMissing),
        new(typeof(CompleteScreening),      CaseState.Screening, Qualified,           Screen,         BureauHasAnswered, NothingBlocks),
        new(typeof(CompleteScreening),      CaseState.Screening, Returned,            Screen,         BureauHasAnswered, SomethingBlocks, SupplementWasAsked),
    ];

    /// <summary>What happens on a command: the first row of this command and state whose rules hold, else why not.</summary>
    public static Decision<CaseEvent> Decide(Case subject, CaseCommand command, CaseFacts facts)
    {
        Rejection? refusal = null;
        foreach (var move in Moves.Where(move => move.Command == command.GetType() && move.From == subject.State))
        {
            refusal = move.Refuse(subject, command, facts);
            if (refusal is null)
            {
                return CaseHappening.Of(move, subject, command, facts);
            }
        }

        return refusal ?? Rejection.Because(Reasons.StateMove, ("state", subject.State), ("command", command.GetType().Name));
    }

    /// <summary>The right that a command needs, whatever the state.</summary>
    public static CaseRight RightFor(CaseCommand command) => Moves.First(move => move.Command == command.GetType()).Right;
}
