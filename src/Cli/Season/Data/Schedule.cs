using System.Text.Json;

namespace SmeOrleans.Cli.Season.Data;

/// <summary>Dates of the year that the rows do not carry.</summary>
internal sealed record Schedule(
    DateOnly JointMeetingOn,
    DateOnly ResultsPublishedOn,
    DateOnly ContractBriefingOn,
    DateOnly ExecutionFrom,
    DateOnly ExecutionTo,
    DateOnly VisitsFrom)
{
    public static Schedule Of(JsonElement json)
    {
        var execution = json.Days("execution");
        return new(
            json.Day("joint_meeting_on"),
            json.Day("results_published_on"),
            json.Day("contract_briefing_on"),
            execution.From,
            execution.To,
            json.Days("visits").From);
    }

    /// <summary>Whole months from a first to a last day, a begun one counted.</summary>
    public static int Months(DateOnly from, DateOnly to)
    {
        var months = 1;
        while (from.AddMonths(months).AddDays(-1) < to)
        {
            months++;
        }

        return months;
    }
}
