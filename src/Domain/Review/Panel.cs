namespace SmeOrleans.Domain.Review;

/// <summary>A review panel (類組審查委員會) of one group in one round (T-1). Reviewers are resource names.</summary>
/// <param name="Members">The chair included.</param>
/// <param name="Sessions">Names of its sessions.</param>
[GenerateSerializer, Immutable, Alias("sme.Panel")]
public sealed record Panel(
    string Name, string Round, string Group, string Chair, ImmutableSortedSet<string> Members, ImmutableSortedSet<string> Sessions)
{
    private static readonly ImmutableSortedSet<string> Nothing = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public static Panel Unknown(string name) => new(name, "", "", "", Nothing, Nothing);

    public Panel Apply(PanelEvent happened) => happened switch
    {
        PanelSeated e => this with { Round = e.Round, Group = e.Group, Chair = e.Chair, Members = e.Members },
        SessionCalled e => this with { Sessions = Sessions.Add(e.Session) },
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}"),
    };
}

/// <summary>Something that happened to a panel.</summary>
public abstract record PanelEvent;

public sealed record PanelSeated(string Round, string Group, string Chair, ImmutableSortedSet<string> Members) : PanelEvent;

public sealed record SessionCalled(string Session) : PanelEvent;

/// <summary>What can be asked of a panel.</summary>
[GenerateSerializer, Immutable, Alias("sme.PanelCommand")]
public abstract record PanelCommand;

/// <summary>Set chair and members; again to change them: open sessions follow, closed ones keep who sat in them (T-6).</summary>
[GenerateSerializer, Immutable, Alias("sme.SeatPanel")]
public sealed record SeatPanel(string Round, string Group, string Chair, ImmutableSortedSet<string> Members) : PanelCommand;

/// <summary>A session of this panel was scheduled; idempotent.</summary>
[GenerateSerializer, Immutable, Alias("sme.CallSession")]
public sealed record CallSession(string Session) : PanelCommand;
