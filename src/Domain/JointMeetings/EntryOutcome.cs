namespace SmeOrleans.Domain.JointMeetings;

/// <summary>What becomes of an entry.</summary>
public enum EntryDecision
{
    None,
    Approved,
    Reserve,

    /// <summary>A freed place is offered; its money is held until the reply deadline (J-4).</summary>
    Offered,

    /// <summary>Not recommended, excluded, or a place refused or lapsed.</summary>
    Declined,

    /// <summary>All its cases have left; what was paid and did not come back stays spent.</summary>
    Released,
}

/// <summary>The outcome for one entry.</summary>
/// <param name="Rank">Within group and mode among the recommended, from 1; 0 = not recommended.</param>
/// <param name="ReserveOrder">Within group and mode, from 1; 0 = not on reserve when the list was drawn. Kept when it moves up.</param>
/// <param name="Amounts">Money by case: approved, offered, or recommended as long as it is neither. A case that left is not among them.</param>
/// <param name="Spent">Paid to cases that left, and not come back.</param>
/// <param name="OfferExpiresAt">Last moment of the reply to an offer.</param>
/// <param name="OfferDerivation">How it was counted; null when nothing was offered.</param>
[GenerateSerializer, Immutable, Alias("sme.EntryOutcome")]
public sealed record EntryOutcome(
    string Item, int Rank, EntryDecision Decision, int ReserveOrder, ImmutableList<CaseMoney> Amounts, ImmutableSortedDictionary<string, Ntd> Spent,
    DateTimeOffset? OfferExpiresAt, ImmutableList<DeadlineStep>? OfferDerivation = null)
{
    public static readonly ImmutableSortedDictionary<string, Ntd> NothingSpent = ImmutableSortedDictionary.Create<string, Ntd>(StringComparer.Ordinal);

    /// <summary>Government money of the cases that are in it.</summary>
    public Ntd Government => new(Amounts.Sum(one => one.Budget.Government.Amount));

    /// <summary>What it takes from its budget line now (J-5).</summary>
    public Ntd Taken => new(Spent.Values.Sum(spent => spent.Amount)
        + (Decision is EntryDecision.Approved or EntryDecision.Offered ? Government.Amount : 0));
}
