using System.Security.Cryptography;
using System.Text;

namespace SmeOrleans.Domain.JointMeetings;

/// <summary>What the joint meeting answers to a command: until the freeze what-if, then signatures, then only the reserve moves.</summary>
public static partial class JointMeetingRules
{
    private const int ScenariosMax = 20;
    private const int ChangesMax = 500;
    private const int NamedMax = 5;

    public static Decision<JointMeetingEvent> Decide(JointMeeting meeting, JointMeetingCommand command, JointMeetingFacts facts) => command switch
    {
        OpenMeeting => In(meeting, [MeetingPhase.None, MeetingPhase.Open], () => Open(facts)),
        CopyScenario c => In(meeting, [MeetingPhase.Open], () => Copy(meeting, c, facts)),
        MakeChange c => In(meeting, [MeetingPhase.Open], () => Change(meeting, c, facts)),
        UndoChange c => In(meeting, [MeetingPhase.Open], () => On(meeting, c.Scenario, changes =>
            changes.IsEmpty ? Rejection.Because(Reasons.MeetingNothingToUndo) : new ChangeUndone(facts.ReceivedAt, c.Scenario))),
        AdoptScenario c => In(meeting, [MeetingPhase.Open], () => On(meeting, c.Scenario, _ => new ScenarioAdopted(facts.ReceivedAt, c.Scenario))),
        FreezeMeeting => In(meeting, [MeetingPhase.Open], () => Freeze(meeting, facts)),
        ReopenMeeting c => In(meeting, [MeetingPhase.Frozen], () => new MeetingReopened(facts.ReceivedAt, c.Reason, facts.Round.Rules.BudgetLines)),
        SignMinutes c => In(meeting, [MeetingPhase.Frozen], () => Sign(meeting, c, facts)),
        PublishResults => In(meeting, [MeetingPhase.Frozen], () => Publish(meeting, facts)),
        ReleasePlace c => Release(meeting, c, facts),
        AnswerOffer c => In(meeting, [MeetingPhase.Published], () => Reply(meeting, c, facts)),
        LapseOffers => Lapse(meeting, facts),
        CloseReserve => In(meeting, [MeetingPhase.Published], () => EndReserve(meeting, facts)),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}"),
    };

    /// <summary>What a scenario comes to while the meeting is open, or why its changes cannot stand.</summary>
    public static (MeetingOutcome? Outcome, Rejection? Refusal) OutcomeOf(JointMeeting meeting, string scenario, Round round) =>
        meeting.Scenarios.TryGetValue(scenario, out var changes)
            ? MeetingOutcome.Of(meeting.Entries.Values, meeting.Lines, changes, round.Rules)
            : (null, Rejection.Because(Reasons.ScenarioUnknown, ("scenario", scenario)));

    private static Decision<JointMeetingEvent> Open(JointMeetingFacts facts) => facts switch
    {
        { Unfinished.IsEmpty: false } => NotReady(facts.Unfinished),
        _ when facts.Entries.Find(entry => entry.Line.Length == 0) is { } lost => Rejection.Because(Reasons.MeetingNoLine, ("item", lost.Item)),
        _ => new MeetingOpened(facts.ReceivedAt, [.. facts.Entries.OrderBy(entry => entry.Item, StringComparer.Ordinal)], facts.Round.Rules.BudgetLines),
    };

    private static Decision<JointMeetingEvent> Copy(JointMeeting meeting, CopyScenario command, JointMeetingFacts facts) => On(meeting, command.From, _ =>
        command.To == JointMeeting.MainScenario ? Rejection.OfFields(new FieldViolation("to_scenario", "must not be main; adopt the copy instead"))
        : !meeting.Scenarios.ContainsKey(command.To) && meeting.Scenarios.Count >= ScenariosMax ? Rejection.Because(Reasons.LimitExceeded, ("scenarios", ScenariosMax))
        : new ScenarioCopied(facts.ReceivedAt, command.From, command.To));

    private static Decision<JointMeetingEvent> Change(JointMeeting meeting, MakeChange command, JointMeetingFacts facts) => On(meeting, command.Scenario, changes =>
    {
        var change = command.Change with { At = facts.ReceivedAt };
        return changes.Count >= ChangesMax ? Rejection.Because(Reasons.LimitExceeded, ("changes", ChangesMax))
            : MeetingChanges.Misfit(change, meeting) is { } misfit ? misfit
            : MeetingOutcome.Of(meeting.Entries.Values, meeting.Lines, changes.Add(change), facts.Round.Rules).Refusal is { } refusal ? refusal
            : new ChangeMade(facts.ReceivedAt, command.Scenario, change);
    });

    private static Decision<JointMeetingEvent> Freeze(JointMeeting meeting, JointMeetingFacts facts)
    {
        if (OutOfDate(meeting, facts) is { } refusal)
        {
            return refusal;
        }

        var changes = meeting.Scenarios[JointMeeting.MainScenario];
        if (changes.Select(change => MeetingChanges.Outgrown(change, meeting)).OfType<Rejection>().FirstOrDefault() is { } outgrown)
        {
            return outgrown;
        }

        var (outcome, impossible) = OutcomeOf(meeting, JointMeeting.MainScenario, facts.Round);
        if (outcome is null)
        {
            return impossible!;
        }

        var text = MinutesText.Write(meeting.Name, meeting.Entries.Values, meeting.Lines, changes, outcome, facts.Round.Rules);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var minutes = new Minutes(text, digest, facts.Signed!(digest), facts.ReceivedAt, []);
        return new MeetingFrozen(facts.ReceivedAt, minutes, [.. outcome.Outcomes.Values], outcome.Lines);
    }

    private static Decision<JointMeetingEvent> Sign(JointMeeting meeting, SignMinutes command, JointMeetingFacts facts)
    {
        var minutes = meeting.Minutes!;
        return command switch
        {
            _ when command.MinutesSha256 != minutes.Sha256 => Rejection.Because(Reasons.MinutesOther, ("sha256", minutes.Sha256)),
            { Group.Length: > 0 } when facts.Panels.GetValueOrDefault(command.Group)?.Chair != $"reviewers/{command.Subject}" =>
                Rejection.OfFields(new FieldViolation("group", "must be the group whose panel you chair")),
            _ when minutes.Signatures.Exists(one => one.Group == command.Group && one.Subject == command.Subject) => Nothing,
            _ => new MinutesSigned(facts.ReceivedAt, new(command.Subject, command.Group, facts.ReceivedAt)),
        };
    }

    // J-3: every chair and the bureau stand for the list before it is public.
    private static Decision<JointMeetingEvent> Publish(JointMeeting meeting, JointMeetingFacts facts)
    {
        var needed = facts.Panels.Count + 1;
        // Who chairs a panel now stands for it: the signature of one who no longer does is not enough.
        var signed = facts.Panels.Values.Count(panel => meeting.Minutes!.Signatures.Exists(one => one.Group == panel.Group && $"reviewers/{one.Subject}" == panel.Chair))
            + (meeting.Minutes!.Signatures.Exists(one => one.Group.Length == 0) ? 1 : 0);
        if (signed < needed)
        {
            return Rejection.Because(Reasons.MeetingUnsigned, ("signed", signed), ("needed", needed));
        }

        if (OutOfDate(meeting, facts) is { } refusal)
        {
            return refusal;
        }

        var published = new ResultsPublished(facts.ReceivedAt);
        // Whoever was approved in the minutes and has left since; a reserve that left frees nothing.
        var freed = meeting.Outcomes.Values
            .Where(outcome => outcome is { Decision: EntryDecision.Released, ReserveOrder: 0 })
            .Select(outcome => meeting.Entries[outcome.Item].Line);
        return new([published, .. CallReserve(meeting.Apply(published), [.. freed], facts)], null);
    }

    /// <summary>T-3: a late conflict, or a case that left, changes what the panels graded; the meeting must take it over first.</summary>
    private static Rejection? OutOfDate(JointMeeting meeting, JointMeetingFacts facts)
    {
        var fresh = facts.Entries.ToDictionary(entry => entry.Item, StringComparer.Ordinal);
        var changed = meeting.Entries.Values
            .Where(entry => meeting.Outcomes.GetValueOrDefault(entry.Item)?.Decision != EntryDecision.Released)
            .Where(entry => !fresh.TryGetValue(entry.Item, out var now) || !now.IsSameAs(entry))
            .Select(entry => entry.Item)
            .Concat(fresh.Keys.Where(item => !meeting.Entries.ContainsKey(item)))
            .Concat(facts.Unfinished)
            .Concat(ChangedLines(meeting, facts.Round))
            .ToList();
        return changed.Count == 0 ? null : NotReady(changed);
    }

    /// <summary>J-5: a budget that was cut or raised meanwhile is taken over first, too.</summary>
    private static IEnumerable<string> ChangedLines(JointMeeting meeting, Round round)
    {
        var lines = meeting.Phase == MeetingPhase.Frozen
            ? MeetingOutcome.Moved(round.Rules.BudgetLines, meeting.Scenarios[JointMeeting.MainScenario]).Lines
            : round.Rules.BudgetLines;
        return lines.Select(line => (line.Code, line.Amount)).SequenceEqual(meeting.Lines.Select(line => (line.Code, line.Amount))) ? [] : ["budget_lines"];
    }

    private static Rejection NotReady(IReadOnlyCollection<string> open) =>
        Rejection.Because(Reasons.MeetingNotReady, ("open", string.Join(", ", open.Take(NamedMax)) + (open.Count > NamedMax ? $" … ({open.Count})" : "")));

    private static Decision<JointMeetingEvent> On(
        JointMeeting meeting, string scenario, Func<ImmutableList<MeetingChange>, Decision<JointMeetingEvent>> decide) =>
        meeting.Scenarios.TryGetValue(scenario, out var changes) ? decide(changes) : Rejection.Because(Reasons.ScenarioUnknown, ("scenario", scenario));

    private static Decision<JointMeetingEvent> In(JointMeeting meeting, MeetingPhase[] phases, Func<Decision<JointMeetingEvent>> decide) =>
        phases.Contains(meeting.Phase) ? decide() : Rejection.Because(Reasons.MeetingPhase, ("phase", meeting.Phase));

    private static readonly Decision<JointMeetingEvent> Nothing = new([], null);
}
