using System.Security.Cryptography;
using System.Text;

namespace SmeOrleans.Domain.Monitoring;

/// <summary>
/// A random sample of cases to visit (M-6). List and seed are frozen with it, and nothing but them decides: anyone can
/// draw again and must find the same cases.
/// </summary>
/// <param name="Name">Resource name.</param>
/// <param name="Population">The frozen list, in order of name.</param>
/// <param name="PopulationSha256">Over the list, a name and a line feed each; lower-case hex.</param>
/// <param name="Drawn">In order of the draw.</param>
[GenerateSerializer, Immutable, Alias("sme.VisitDraw")]
public sealed record VisitDraw(
    string Name, string Seed, ImmutableList<string> Population, string PopulationSha256, ImmutableList<string> Drawn, DateTimeOffset DrawnAt)
{
    /// <summary>Cases in these states are drawn from: every one that the office can then choose for a visit.</summary>
    public static readonly ImmutableArray<CaseState> DrawnFrom =
        [.. CaseMachine.Moves.Where(move => move.Command == typeof(SelectForVisit)).Select(move => move.From)];

    /// <param name="percent">Of the list, rounded up.</param>
    public static VisitDraw Of(string name, string seed, IEnumerable<string> cases, int percent, DateTimeOffset at)
    {
        ImmutableList<string> population = [.. cases.Order(StringComparer.Ordinal)];
        var size = (int)(((long)population.Count * percent + 99) / 100);
        return new(name, seed, population, Hex(string.Concat(population.Select(one => $"{one}\n"))),
            [.. population.OrderBy(one => Hex($"{seed}\n{one}"), StringComparer.Ordinal).Take(size)], at);
    }

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>What can be asked of a draw.</summary>
[GenerateSerializer, Immutable, Alias("sme.VisitDrawCommand")]
public abstract record VisitDrawCommand;

/// <param name="Seed">Agreed on before the list was frozen.</param>
[GenerateSerializer, Immutable, Alias("sme.DrawVisits")]
public sealed record DrawVisits(string Seed) : VisitDrawCommand;

/// <summary>Something that happened to a draw.</summary>
public abstract record VisitDrawEvent;

public sealed record VisitsDrawn(VisitDraw Draw) : VisitDrawEvent;

/// <summary>What a draw answers.</summary>
public static class VisitDrawRules
{
    /// <param name="drawn">The draw of that name, or null.</param>
    /// <param name="running">Cases that can be visited now.</param>
    public static Decision<VisitDrawEvent> Decide(
        VisitDraw? drawn, string name, DrawVisits command, ImmutableList<string> running, ExecutionRules rules, DateTimeOffset at) => drawn switch
    {
        not null => Rejection.Because(Reasons.SampleDrawn),
        _ when running.IsEmpty => Rejection.Because(Reasons.SampleEmpty),
        _ => new VisitsDrawn(VisitDraw.Of(name, command.Seed, running, rules.OfficeVisitPercent, at)),
    };

    public static VisitDraw Apply(VisitDrawEvent happened) => ((VisitsDrawn)happened).Draw;
}
