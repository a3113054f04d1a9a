using SmeOrleans.Domain.JointMeetings;
using SmeOrleans.Domain.Review;
using static SmeOrleans.Silo.Projections.ColumnType;
using static SmeOrleans.Silo.Projections.SqlText;

namespace SmeOrleans.Silo.Projections;

/// <summary>The tables of review and joint meeting, column by column.</summary>
internal static class ReviewTables
{
    public static readonly ProjectedTable<Reviewer> Reviewers = new("reviewers", "reviewer", typeof(ReviewerEvent), Reviewer.Unknown, (state, happened) => state!.Apply((ReviewerEvent)happened),
        [
            new("display_name", Text, it => it.Profile?.DisplayName ?? ""),
        ],
        []);

    public static readonly ProjectedTable<Panel> Panels = new("panels", "panel", typeof(PanelEvent), Panel.Unknown, (state, happened) => state!.Apply((PanelEvent)happened),
        [
            new("round", Text, it => it.Round),
            new("group_code", Text, it => it.Group),
        ],
        ["round, name"]);

    public static readonly ProjectedTable<Session> Sessions = new("sessions", "session", typeof(SessionEvent), Session.Unknown, (state, happened) => state!.Apply((SessionEvent)happened),
        [
            new("round", Text, it => it.Name[..it.Name.IndexOf("/sessions/", StringComparison.Ordinal)]),
            new("panel", Text, it => it.Plan?.Panel ?? ""),
            new("state", Text, it => EnumName(it.State)),
            new("start_time", Text, it => Time(it.Plan?.StartsAt)),
        ],
        ["round, start_time, name"]);

    public static readonly ProjectedTable<JointMeeting> JointMeetings = new("joint_meetings", "jointmeeting", typeof(JointMeetingEvent), JointMeeting.Unknown, (state, happened) => state!.Apply((JointMeetingEvent)happened),
        [
            new("phase", Text, it => EnumName(it.Phase)),
        ],
        []);
}
