namespace SmeOrleans.Grains.Journaling;

/// <summary>What one write adds to the journal and the outbox, in one transaction with the snapshot.</summary>
/// <param name="Events">Domain events in order; stored as JSON under the name of their type.</param>
/// <param name="Actor">Who caused them.</param>
/// <param name="At">When, by the service's clock.</param>
/// <param name="Notices">Notifications to send.</param>
public sealed record JournalWrite(
    ImmutableList<object> Events, Guid? RequestId, string Actor, DateTimeOffset At, ImmutableList<Notice> Notices);
