namespace SmeOrleans.Grains.Cases;

/// <summary>Whom a case tells when it leaves: those that keep a place for it.</summary>
internal static class CaseTells
{
    public static IEnumerable<Tell> Of(Case before, CaseEvent happened)
    {
        if (!before.Stands || happened is not (CaseReturned or CaseWithdrawn))
        {
            yield break;
        }

        yield return new(TellKind.ReleaseQuota, before.Application!.Company, before.Name);
        yield return new(TellKind.UncountApplication, before.Unit, before.Name);
        if (before.Application.Mode == CaseMode.Common)
        {
            yield return new(TellKind.DropCase, before.Application.CommonProject, before.Name);
        }
    }
}
