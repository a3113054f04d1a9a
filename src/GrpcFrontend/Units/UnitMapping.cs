namespace SmeOrleans.GrpcFrontend.Units;

/// <summary>A unit on the wire.</summary>
internal static class UnitMapping
{
    public static V1.Unit Of(Unit unit, long version, DateTimeOffset now)
    {
        var profile = unit.Profile!;
        return new()
        {
            Name = unit.Name,
            DisplayName = profile.DisplayName,
            Kind = (V1.UnitKind)profile.Kind,
            TaxId = profile.TaxId,
            ContactEmail = profile.ContactEmail,
            ContactOffice = profile.ContactOffice,
            State = StateOf(unit, now),
            LegallyRegistered = unit.LegallyRegistered,
            FinanceSound = unit.FinanceSound,
            Anomalies = { unit.Anomalies.OrderBy(anomaly => anomaly.RecordedAt).Select(Anomaly) },
            SuspendedUntilTime = unit.IsSuspendedAt(now) ? Times.Of(unit.SuspendedUntil) : null,
            Suspension = unit.IsSuspendedAt(now) ? Grounds(unit.Suspension!) : null,
            FirstTime = profile.FirstTime,
            Etag = Etag.Of(version),
        };
    }

    private static V1.UnitState StateOf(Unit unit, DateTimeOffset now) =>
        unit.IsSuspendedAt(now) ? V1.UnitState.Suspended
        : unit.Approved ? V1.UnitState.Approved
        : V1.UnitState.Pending;

    public static V1.MajorAnomaly Anomaly(MajorAnomaly anomaly) => new()
    {
        RoundOrdinal = anomaly.RoundOrdinal,
        Grounds = anomaly.Grounds,
        RecordTime = Times.Of(anomaly.RecordedAt),
        Round = anomaly.Round,
    };

    private static V1.SuspensionGrounds Grounds(SuspensionGrounds grounds) => new()
    {
        Rounds = { grounds.Rounds },
        Anomalies = { grounds.Earlier.Concat(grounds.Later).Select(Anomaly) },
        FromTime = Times.Of(grounds.From),
        UntilTime = Times.Of(grounds.Until),
    };
}
