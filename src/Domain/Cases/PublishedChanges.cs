namespace SmeOrleans.Domain.Cases;

/// <summary>
/// What of a case's life is public: from the publication of the list on, the turns that tell who is guided and how it ended.
/// How it was reviewed, ranked, visited or corrected is not.
/// </summary>
public static class PublishedChanges
{
    /// <param name="type">Name of the event in the journal.</param>
    /// <param name="after">State after it.</param>
    public static bool Has(string type, CaseState after) => (type, after) switch
    {
        (nameof(CaseApproved) or nameof(CaseGaveUp) or nameof(CaseAccepted) or nameof(CaseClosed) or nameof(CaseDiscontinued), _) => true,
        (nameof(InstalmentPaid), CaseState.Executing) => true,
        (nameof(AnomalySettled), CaseState.ClosedAsIs or CaseState.Terminated) => true,
        _ => false,
    };
}
