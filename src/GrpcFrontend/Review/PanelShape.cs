using SmeOrleans.GrpcFrontend.Rounds;

namespace SmeOrleans.GrpcFrontend.Review;

/// <summary>Form of a panel.</summary>
internal static class PanelShape
{
    // More than any round may seat.
    private const int MembersMax = 50;

    public static SeatPanel Of(ShapeCheck check, V1.SeatPanelRequest request, string round)
    {
        check.Require(RoundShape.IsCode(request.Group), "group", "must be a group code of the round");
        check.Require(request.Panel is not null, "panel", "is required");
        var panel = request.Panel ?? new();
        check.Require(panel.Members.Count <= MembersMax, "panel.members", "must be at most 50");
        return new(
            round,
            request.Group,
            check.Reviewer(panel.Chair, "panel.chair"),
            panel.Members.Take(MembersMax).Select((name, place) => check.Reviewer(name, $"panel.members[{place}]")).ToImmutableSortedSet(StringComparer.Ordinal));
    }
}
