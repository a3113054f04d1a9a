using SmeOrleans.Domain.Funding;
using SmeOrleans.Domain.JointMeetings;
using SmeOrleans.Grains.CommonProjects;
using SmeOrleans.Grains.Rounds;
using SmeOrleans.GrpcFrontend.Refusals;

namespace SmeOrleans.GrpcFrontend.JointMeetings;

/// <summary>A joint meeting as one caller may see it: a recused chair sees neither the entry nor minutes that speak of it (T-3).</summary>
internal sealed class MeetingView(IGrainFactory grains, CaseSight sight)
{
    public async Task<V1.JointMeeting> Of(JointMeeting meeting, long version, string scenario, ServerCallContext context)
    {
        // What was recorded since the meeting opened counts, and so do ties of chairs of other groups.
        var hidden = await sight.HiddenAsync(context.Caller(), meeting.Entries.Values, context.CancellationToken);
        var shown = meeting.Entries.Values.Where(entry => !entry.Recused.Contains(context.Caller().Reviewer) && !hidden.Contains(entry.Item)).ToList();
        var message = JointMeetingMapping.Of(meeting, version, withMinutes: shown.Count == meeting.Entries.Count);
        var (outcomes, lines) = meeting.Phase == MeetingPhase.Open ? await Supposed(meeting, scenario, context) : (meeting.Outcomes, meeting.Lines);
        var entries = await Task.WhenAll(shown.Where(entry => outcomes.ContainsKey(entry.Item)).Select(entry => Flagged(entry, outcomes[entry.Item], context)));
        message.Entries.AddRange(entries
            .OrderBy(entry => entry.Group, StringComparer.Ordinal).ThenBy(entry => entry.Mode)
            .ThenBy(entry => entry.Rank == 0).ThenBy(entry => entry.Rank).ThenBy(entry => entry.Item, StringComparer.Ordinal));
        // A change, or what is left of a line, would tell of an entry that is hidden.
        var unseen = meeting.Entries.Values.Except(shown).ToList();
        var names = unseen.SelectMany(entry => entry.Cases.Select(one => one.Case).Append(entry.Item)).ToHashSet(StringComparer.Ordinal);
        message.Changes.AddRange(JointMeetingMapping.Changes(meeting, scenario).Where(change => !names.Contains(change.Item) && !names.Contains(change.Case)));
        message.Lines.AddRange(lines.Where(line => !unseen.Exists(entry => entry.Line == line.Code)).Select(line => JointMeetingMapping.Line(line, MeetingOutcome.LeftOf(line, meeting.Entries.Values, outcomes))));
        return message;
    }

    /// <summary>A common project that no longer keeps F-3 with the cases that are left is for the meeting to see (T-8).</summary>
    private async Task<V1.MeetingEntry> Flagged(Entry entry, EntryOutcome outcome, ServerCallContext context)
    {
        var message = JointMeetingMapping.Entry(entry, outcome);
        if (entry.Mode != CaseMode.Common)
        {
            return message;
        }

        var project = (await grains.GetGrain<ICommonProjectGrain>(entry.Item).Read(Caller.Service).WaitAsync(context.CancellationToken)).State!;
        var round = await context.Read(grains.GetGrain<IRoundGrain>(ResourceNames.RoundOf(entry.Item)));
        var members = outcome.Amounts.Select(one => new ProjectMember(one.Case, entry.Cases.Find(known => known.Case == one.Case)!.Company, one.Budget));
        var standing = CommonProjectStanding.Of(project.Plan!, members, round.State.Rules.Common);
        message.Flag = string.Join(' ', standing.Flags.Select(flag => RefusalText.Zh(flag.AsRejection())));
        return message;
    }

    private async Task<(ImmutableSortedDictionary<string, EntryOutcome> Outcomes, ImmutableList<BudgetLine> Lines)> Supposed(
        JointMeeting meeting, string scenario, ServerCallContext context)
    {
        var round = await context.Read(grains.GetGrain<IRoundGrain>(ResourceNames.RoundOf(meeting.Name)));
        var (outcome, refusal) = JointMeetingRules.OutcomeOf(meeting, scenario, round.State);
        return outcome is not null ? (outcome.Outcomes, outcome.Lines) : throw new RefusedException(refusal!);
    }
}
