using System.Text.RegularExpressions;
using SmeOrleans.Domain.Funding;
using SmeOrleans.Domain.JointMeetings;

namespace SmeOrleans.GrpcFrontend.JointMeetings;

/// <summary>Form of what is asked of a joint meeting.</summary>
internal static partial class ScenarioShape
{
    /// <summary>Empty = main.</summary>
    public static string Of(ShapeCheck check, string scenario, string path) =>
        scenario.Length == 0 ? JointMeeting.MainScenario : Required(check, scenario, path);

    public static string Required(ShapeCheck check, string scenario, string path)
    {
        check.Require(Name().IsMatch(scenario), path, "must be 1 to 32 of a-z, 0-9 and -");
        return scenario;
    }

    /// <summary>Empty = the bureau.</summary>
    public static string Group(ShapeCheck check, string group)
    {
        check.Require(group.Length == 0 || Code().IsMatch(group), "group", "must be a group code of the round, or empty");
        return group;
    }

    public static string Digest(ShapeCheck check, string sha256)
    {
        check.Require(Sha256().IsMatch(sha256), "sha256", "must be 64 lower-case hex digits");
        return sha256;
    }

    public static MeetingChange Of(ShapeCheck check, V1.MeetingChange? change, Caller caller)
    {
        var wanted = change ?? new();
        check.Require(change is not null, "change", "is required");
        return new(
            check.Enum<MeetingChangeKind>(wanted.Kind, "change.kind"),
            wanted.Item.Length == 0 ? "" : check.Item(wanted.Item, "change.item"),
            wanted.Case.Length == 0 ? "" : check.Case(wanted.Case, "change.case"),
            wanted.Money is { } money ? BudgetOf(check, money) : null,
            check.Text(wanted.FromLine, "change.from_line", 64), check.Text(wanted.ToLine, "change.to_line", 64),
            check.Amount(wanted.AmountNtd, "change.amount_ntd"),
            check.Text(wanted.Reason, "change.reason", 500, required: true, lines: true), caller.ToString(), default);
    }

    private static Budget BudgetOf(ShapeCheck check, V1.Money money) => new(
        check.Amount(money.TotalNtd, "change.money.total_ntd"), check.Amount(money.GovernmentNtd, "change.money.government_ntd"),
        check.Amount(money.SelfNtd, "change.money.self_ntd"));

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,31}\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[a-z0-9_]{1,32}\z")]
    private static partial Regex Code();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Sha256();
}
