namespace SmeOrleans.Domain.JointMeetings;

/// <summary>
/// What a scenario comes to: a pure function of entries, budget lines and changes. Equal input in whatever order gives
/// the equal outcome.
/// </summary>
/// <param name="Outcomes">By item.</param>
/// <param name="Lines">After the money that was moved between them.</param>
public sealed record MeetingOutcome(ImmutableSortedDictionary<string, EntryOutcome> Outcomes, ImmutableList<BudgetLine> Lines)
{
    /// <summary>The outcome, or why the changes cannot stand (J-5).</summary>
    public static (MeetingOutcome? Outcome, Rejection? Refusal) Of(
        IEnumerable<Entry> entries, ImmutableList<BudgetLine> lines, IReadOnlyCollection<MeetingChange> changes, RoundRules rules)
    {
        var all = entries.Select(entry => Changed(entry, changes)).ToImmutableList();
        var (moved, overdrawn) = Moved(lines, changes);
        if (overdrawn is not null)
        {
            return (null, overdrawn);
        }

        // The round may have other lines than when the entries were taken over.
        if (all.Find(entry => !moved.Exists(line => line.Code == entry.Line)) is { } lost)
        {
            return (null, Rejection.Because(Reasons.MeetingNoLine, ("item", lost.Item)));
        }

        var decisions = new Dictionary<string, EntryDecision>();
        var running = new Dictionary<string, int>();
        foreach (var line in moved)
        {
            if (Walk(line, new Ranking(rules.Review).OfLine(all, line.Code), changes, rules, running, decisions) is { } refusal)
            {
                return (null, refusal);
            }
        }

        return (new(Outcome(all, decisions, rules.Review), moved), null);
    }

    /// <summary>What is left of a line.</summary>
    public static Ntd LeftOf(BudgetLine line, IEnumerable<Entry> entries, IReadOnlyDictionary<string, EntryOutcome> outcomes) =>
        line.Amount - new Ntd(entries.Where(entry => entry.Line == line.Code).Sum(entry => outcomes.TryGetValue(entry.Item, out var one) ? one.Taken.Amount : 0));

    /// <summary>Entries that may be approved of a line: all that it carries, unless the meeting lowered the cut (J-3).</summary>
    internal static long PlacesOf(BudgetLine line, IReadOnlyCollection<MeetingChange> changes) =>
        changes.LastOrDefault(change => change.Kind == MeetingChangeKind.LimitCount && change.FromLine == line.Code)?.Amount.Amount ?? int.MaxValue;

    /// <summary>
    /// J-2: what the meeting approves by name comes first; then down the ranking until the money does not carry the next.
    /// </summary>
    private static Rejection? Walk(
        BudgetLine line, ImmutableList<Entry> ranked, IReadOnlyCollection<MeetingChange> changes, RoundRules rules,
        Dictionary<string, int> running, Dictionary<string, EntryDecision> decisions)
    {
        var left = line.Amount;
        var places = PlacesOf(line, changes);
        foreach (var named in ranked.Where(entry => NamedDecision(entry, changes) is not null))
        {
            decisions[named.Item] = NamedDecision(named, changes)!.Value;
            if (decisions[named.Item] == EntryDecision.Approved && Take(named, line, rules, running, ref left, ref places) is { } refusal)
            {
                return refusal;
            }
        }

        var carries = true;
        foreach (var entry in ranked.Where(entry => !decisions.ContainsKey(entry.Item)))
        {
            // U-4: a unit that is full is passed over and stops nobody behind it.
            var full = IsFull(entry, rules, running);
            carries = carries && (full || (places > 0 && Government(entry) <= left));
            decisions[entry.Item] = carries && !full ? EntryDecision.Approved : EntryDecision.Reserve;
            if (decisions[entry.Item] == EntryDecision.Approved)
            {
                _ = Take(entry, line, rules, running, ref left, ref places);
            }
        }

        return null;
    }

    private static Rejection? Take(Entry entry, BudgetLine line, RoundRules rules, Dictionary<string, int> running, ref Ntd left, ref long places)
    {
        if (IsFull(entry, rules, running))
        {
            return Rejection.Because(Reasons.UnitRunningCap, ("unit", entry.Unit), ("cap", rules.UnitRunningCap));
        }

        if (Government(entry) > left)
        {
            return Rejection.Because(Reasons.BudgetExceeded, ("line", line.Code), ("left", left), ("needed", Government(entry)));
        }

        left -= Government(entry);
        places--;
        running[entry.Unit] = running.GetValueOrDefault(entry.Unit) + entry.Cases.Count;
        return null;
    }

    private static bool IsFull(Entry entry, RoundRules rules, Dictionary<string, int> running) =>
        UnitCaps.Exceeded(rules.UnitRunningCap, running.GetValueOrDefault(entry.Unit), entry.Cases.Count);

    private static EntryDecision? NamedDecision(Entry entry, IReadOnlyCollection<MeetingChange> changes) =>
        changes.LastOrDefault(change => change.Item == entry.Item && change.Kind != MeetingChangeKind.ChangeAmount)?.Kind switch
        {
            MeetingChangeKind.Approve => EntryDecision.Approved,
            MeetingChangeKind.HoldBack => EntryDecision.Reserve,
            MeetingChangeKind.Decline => EntryDecision.Declined,
            _ => null,
        };

    private static Entry Changed(Entry entry, IReadOnlyCollection<MeetingChange> changes) => entry with
    {
        Cases = entry.Cases.ConvertAll(one =>
            changes.LastOrDefault(change => change.Kind == MeetingChangeKind.ChangeAmount && change.Case == one.Case)?.Budget is { } budget
                ? one with { Recommended = budget }
                : one),
    };

    /// <summary>The lines after the money that was moved between them.</summary>
    internal static (ImmutableList<BudgetLine> Lines, Rejection? Refusal) Moved(ImmutableList<BudgetLine> lines, IReadOnlyCollection<MeetingChange> changes)
    {
        foreach (var change in changes.Where(change => change.Kind == MeetingChangeKind.MoveMoney))
        {
            // J-5: the round may have other lines than when the change was made; money moves only between two that are there.
            if (new[] { change.FromLine, change.ToLine }.FirstOrDefault(code => !lines.Exists(line => line.Code == code)) is { } gone)
            {
                return (lines, Rejection.Because(Reasons.MeetingNoLine, ("item", gone)));
            }

            if (lines.Find(line => line.Code == change.FromLine && line.Amount < change.Amount) is { } overdrawn)
            {
                return (lines, Rejection.Because(Reasons.BudgetExceeded, ("line", overdrawn.Code), ("left", overdrawn.Amount), ("needed", change.Amount)));
            }

            lines = lines.ConvertAll(line => line with
            {
                Amount = line.Code == change.FromLine ? line.Amount - change.Amount : line.Code == change.ToLine ? line.Amount + change.Amount : line.Amount,
            });
        }

        return (lines, null);
    }

    private static ImmutableSortedDictionary<string, EntryOutcome> Outcome(
        ImmutableList<Entry> entries, Dictionary<string, EntryDecision> decisions, ReviewRules rules)
    {
        var ranking = new Ranking(rules);
        var ranks = ranking.Ranks(entries);
        var reserves = ranking.Places(entries.Where(entry => decisions.GetValueOrDefault(entry.Item) == EntryDecision.Reserve));
        return entries
            .Select(entry => new EntryOutcome(
                entry.Item, ranks.GetValueOrDefault(entry.Item), entry.IsRecommended ? decisions[entry.Item] : EntryDecision.Declined,
                reserves.GetValueOrDefault(entry.Item), entry.Recommended, EntryOutcome.NothingSpent, OfferExpiresAt: null))
            .ToImmutableSortedDictionary(outcome => outcome.Item, outcome => outcome, StringComparer.Ordinal);
    }

    private static Ntd Government(Entry entry) => new(entry.Cases.Sum(one => one.Recommended.Government.Amount));
}
