using SmeOrleans.Domain.Funding;
using SmeOrleans.Domain.JointMeetings;
using SmeOrleans.Grains.Rounds;

namespace SmeOrleans.GrpcFrontend.JointMeetings;

/// <summary>A joint meeting as one caller may see it: a recused chair sees neither the entry nor minutes that speak of it (T-3).</summary>
internal sealed class MeetingView(IGrainFactory grains, CaseSight sight)
{
    public async Task<V1.JointMeeting> Of(JointMeeting meeting, long version, string scenario, ServerCallContext context)
    {
        // What was recorded since the meeting opened counts, and so do ties of chairs of other groups.
        var hidden = await sight.HiddenAsync(context.Caller(), meeting.Entries.Values, context.CancellationToken);
        var shown = meeting.Entries.Values.Where(entry => !entry.Recused.Contains(context.Caller().Reviewer) && !hidden.Contains(entry.Item)).ToList();
        var message = JointMeetingMapping.Of(meeting, version, scenario, withMinutes: shown.Count == meeting.Entries.Count);
        var (outcomes, lines) = meeting.Phase == MeetingPhase.Open ? await Supposed(meeting, scenario, context) : (meeting.Outcomes, meeting.Lines);
        message.Entries.AddRange(shown
            .Where(entry => outcomes.ContainsKey(entry.Item))
            .Select(entry => JointMeetingMapping.Entry(entry, outcomes[entry.Item]))
            .OrderBy(entry => entry.Group, StringComparer.Ordinal).ThenBy(entry => entry.Mode)
            .ThenBy(entry => entry.Rank == 0).ThenBy(entry => entry.Rank).ThenBy(entry => entry.Item, StringComparer.Ordinal));
        message.Lines.AddRange(lines.Select(line => JointMeetingMapping.Line(line, MeetingOutcome.LeftOf(line, meeting.Entries.Values, outcomes))));
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
