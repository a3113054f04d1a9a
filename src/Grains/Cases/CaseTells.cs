namespace SmeOrleans.Grains.Cases;

/// <summary>Whom a case tells: those that keep a place for it when it leaves, its session and the joint meeting, its unit of a major anomaly.</summary>
internal static class CaseTells
{
    public static IEnumerable<Tell> Of(Case before, Case after, CaseEvent happened)
    {
        if (before.Stands && !after.Stands)
        {
            foreach (var tell in Leaving(before))
            {
                yield return tell;
            }
        }

        var freesPlace = after.State is CaseState.Withdrawn or CaseState.GaveUp or CaseState.Discontinued or CaseState.Terminated or CaseState.ClosedAsIs
            || (happened is CaseDeclined { Reason.Length: > 0 });
        if (freesPlace && (before.Award is not null || before.State == CaseState.NotRecommended))
        {
            yield return new(TellKind.ReleasePlace, $"{before.Round}/jointMeeting", before.Name);
        }

        if (happened is CorrectionRequired { Anomaly.Major: true })
        {
            yield return new(TellKind.RecordMajorAnomaly, before.Unit, before.Name);
        }
    }

    private static IEnumerable<Tell> Leaving(Case before)
    {
        yield return new(TellKind.ReleaseQuota, before.Application!.Company, before.Name);
        yield return new(TellKind.UncountApplication, before.Unit, before.Name);
        if (before.Application.Mode == CaseMode.Common)
        {
            yield return new(TellKind.DropCase, before.Application.CommonProject, before.Name);
        }

        if (before.State is CaseState.InReview or CaseState.Graded)
        {
            yield return new(TellKind.LeaveSession, before.Review!.Session, before.Name);
        }
    }
}
