using SmeOrleans.Domain.Funding;
using SmeOrleans.Domain.JointMeetings;
using SmeOrleans.GrpcFrontend.Cases;

namespace SmeOrleans.GrpcFrontend.JointMeetings;

/// <summary>A joint meeting on the wire.</summary>
internal static class JointMeetingMapping
{
    public static V1.JointMeeting Of(JointMeeting meeting, long version, bool withMinutes) => new()
    {
        Name = meeting.Name,
        Phase = (V1.MeetingPhase)meeting.Phase,
        Scenarios = { meeting.Scenarios.Keys },
        Minutes = meeting.Minutes is { } minutes ? Of(minutes, withMinutes) : null,
        PublishTime = Times.Of(meeting.PublishedAt),
        ReserveClosed = meeting.ReserveClosed,
        Etag = Etag.Of(version),
    };

    public static IEnumerable<V1.MeetingChange> Changes(JointMeeting meeting, string scenario) => (meeting.Scenarios.GetValueOrDefault(scenario) ?? []).Select(Of);

    public static V1.MeetingEntry Entry(Entry entry, EntryOutcome outcome) => new()
    {
        Item = entry.Item,
        Group = entry.Group,
        Mode = (V1.CaseMode)entry.Mode,
        Title = entry.Title,
        Unit = entry.Unit,
        MeanScore = entry.Mean.ToString(),
        Grade = (V1.Grade)entry.Grade,
        Rank = outcome.Rank,
        Decision = (V1.EntryDecision)outcome.Decision,
        ReserveOrder = outcome.ReserveOrder,
        BudgetLine = entry.Line,
        Amounts = { outcome.Amounts.Select(one => new V1.EntryMoney { Case = one.Case, Money = CaseLifeMapping.Money(one.Budget) }) },
        OfferExpireTime = Times.Of(outcome.OfferExpiresAt),
    };

    public static V1.LineRemainder Line(BudgetLine line, Ntd left) => new() { Code = line.Code, AmountNtd = line.Amount.Amount, LeftNtd = left.Amount };

    public static V1.ApprovedCompany Company(ApprovedRow row) => new()
    {
        CaseNumber = row.CaseNumber,
        CompanyName = row.CompanyName,
        UnitName = row.UnitName,
        Group = row.Group,
        Title = row.Title,
    };

    private static V1.MeetingChange Of(MeetingChange change) => new()
    {
        Kind = (V1.MeetingChangeKind)change.Kind,
        Item = change.Item,
        Case = change.Case,
        Money = change.Budget is { } budget ? CaseLifeMapping.Money(budget) : null,
        FromLine = change.FromLine,
        ToLine = change.ToLine,
        AmountNtd = change.Amount.Amount,
        Reason = change.Reason,
        Actor = change.By,
        ChangeTime = Times.Of(change.At),
    };

    private static V1.Minutes Of(Minutes minutes, bool withText) => new()
    {
        Text = withText ? minutes.Text : "",
        Sha256 = minutes.Sha256,
        SignedMinutes = minutes.SignedMinutes,
        FreezeTime = Times.Of(minutes.FrozenAt),
        Signatures =
        {
            minutes.Signatures.Select(one => new V1.MinutesSignature { Subject = one.Subject, Group = one.Group, SignTime = Times.Of(one.SignedAt) }),
        },
    };
}
