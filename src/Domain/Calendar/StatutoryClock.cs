namespace SmeOrleans.Domain.Calendar;
public enum DeadlineUnit { Unspecified, CalendarDays, WorkingDays, Hours, Months }
[GenerateSerializer, Immutable, Alias("sme.DeadlineRule")]
public sealed record DeadlineRule(int Amount, DeadlineUnit Unit, bool EndsAtMidnight, bool MovesOffHolidays);
[GenerateSerializer, Immutable, Alias("sme.Suspension")]
public sealed record Suspension(DateOnly From, DateOnly To, string Reason);
[GenerateSerializer, Immutable, Alias("sme.Pause")]
public sealed record Pause(DateTimeOffset From, DateTimeOffset To, string Reason);
[GenerateSerializer, Immutable, Alias("sme.Deadline")]
public sealed record Deadline(DateTimeOffset StartedAt, DateTimeOffset ExpiresAt, ImmutableList<DeadlineStep> Derivation);
[GenerateSerializer, Immutable, Alias("sme.DeadlineStep")]
public sealed record DeadlineStep(string Zh, string En);
public static class StatutoryClock
{
    public static Deadline Derive(DeadlineRule rule, DateTimeOffset startedAt, ImmutableList<Suspension> suspensions, ImmutableList<Pause> pauses) =>
        new(startedAt, Taipei.EndOf(Taipei.DateAt(startedAt).AddDays(rule.Amount)).AddTicks(-1), []);
}
