using System.Collections.Frozen;
using System.Data.Common;
using System.Globalization;
using SmeOrleans.Domain.Access;
using SmeOrleans.Domain.Cases;
using SmeOrleans.Domain.Review;

namespace SmeOrleans.Silo.Projections;

/// <summary>Who may see which case for reviewing it, who is recused from it, and who sits in which session.</summary>
internal static class SeatTables
{
    public const string Cases = "case_reviewers";
    public const string Members = "session_members";

    // Far below what a statement takes.
    private const int DeletedAtOnceMax = 500;

    public static readonly string[] Names = [Cases, Members];

    private static readonly string[] CaseColumns = ["id", "case_name", "reviewer", "as_reviewer", "as_chair", "recused"];
    private static readonly string[] MemberColumns = ["id", "session_name", "reviewer"];

    // Nothing else changes who may see a case for reviewing it.
    private static readonly FrozenSet<string> Changing = FrozenSet.Create(
        nameof(ReviewScheduled), nameof(ReviewersChanged), nameof(ReviewUnscheduled), nameof(CaseGraded), nameof(CaseWithdrawn),
        nameof(SessionScheduled), nameof(PanelFollowed));

    public static IEnumerable<string> Definition(Dialect dialect)
    {
        var text = dialect.TextType;
        yield return $"CREATE TABLE {Cases} (id {text} PRIMARY KEY, case_name {text} NOT NULL, reviewer {text} NOT NULL, "
            + "as_reviewer BIGINT NOT NULL, as_chair BIGINT NOT NULL, recused BIGINT NOT NULL)";
        yield return $"CREATE INDEX {Cases}_1 ON {Cases} (case_name, reviewer)";
        yield return $"CREATE INDEX {Cases}_2 ON {Cases} (reviewer)";
        yield return $"CREATE TABLE {Members} (id {text} PRIMARY KEY, session_name {text} NOT NULL, reviewer {text} NOT NULL)";
        yield return $"CREATE INDEX {Members}_1 ON {Members} (session_name, reviewer)";
    }

    public static async Task WriteAsync(DbTransaction transaction, FoldedRows folded, CancellationToken cancellation)
    {
        var changed = folded.States.Where(pair => Changing.Contains(pair.Entry.Type)).Select(pair => pair.State).ToList();
        var cases = changed.OfType<Case>().GroupBy(one => one.Name).Select(same => same.Last()).ToList();
        await ReplaceAsync(transaction, Cases, "case_name", CaseColumns, [.. cases.Select(one => one.Name)], [.. cases.SelectMany(Seats)], cancellation);
        var sessions = changed.OfType<Session>().GroupBy(one => one.Name).Select(same => same.Last()).ToList();
        await ReplaceAsync(transaction, Members, "session_name", MemberColumns, [.. sessions.Select(one => one.Name)], [.. sessions.SelectMany(Seats)], cancellation);
    }

    /// <summary>The rights themselves, asked for each person who could have any: no second rule that could say otherwise.</summary>
    private static IEnumerable<object[]> Seats(Case it)
    {
        if (it.Review is not { } review)
        {
            return [];
        }

        string[] people = [review.Chair, review.Lead, review.Delegate, .. review.Reviewers, .. review.Recused];
        return people.Where(name => name.Length > 0).Distinct().Select(name => new object[]
        {
            $"{it.Name} {name}", it.Name, name, MayRead(it, name, Role.Reviewer), MayRead(it, name, Role.Chair), SqlText.Flag(review.Recused.Contains(name)),
        });
    }

    private static long MayRead(Case it, string reviewer, Role role) =>
        SqlText.Flag(CaseRights.Of(new(reviewer[(reviewer.IndexOf('/', StringComparison.Ordinal) + 1)..], role, null), it).HasFlag(CaseRight.Read));

    private static IEnumerable<object[]> Seats(Session it) => it.Members.Select(name => new object[] { $"{it.Name} {name}", it.Name, name });

    private static async Task ReplaceAsync(
        DbTransaction transaction, string table, string key, string[] columns, string[] keys, object[][] rows, CancellationToken cancellation)
    {
        foreach (var chunk in keys.Chunk(DeletedAtOnceMax))
        {
            await using var command = transaction.Connection!.CreateCommand();
            command.Transaction = transaction;
            foreach (var value in chunk)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = "k" + command.Parameters.Count.ToString(CultureInfo.InvariantCulture);
                parameter.Value = value;
                command.Parameters.Add(parameter);
            }

            command.CommandText = $"DELETE FROM {table} WHERE {key} IN ({string.Join(", ", chunk.Select((_, place) => $"@k{place}"))})";
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await RowWriter.UpsertAsync(transaction, table, columns, rows, cancellation);
    }
}
