using System.Text.Json;

namespace SmeOrleans.Silo.Storage;

/// <summary>Turns a grain's record into rows: snapshot, chained journal and outbox.</summary>
internal static class GrainWriteComposer
{
    /// <summary>A write of a record that keeps a journal.</summary>
    public static GrainWrite Journaled(StoredGrain stored, string grainType, string grain, string state, IJournaled record, DateTimeOffset now)
    {
        var write = record.Write ?? new JournalWrite([], null, "", now, []);
        var rows = write.Events.IsEmpty
            ? [Bare(JournalChain.Housekeeping, write)]
            : write.Events.Select((happening, ordinal) => Row(happening, ordinal, write)).ToList();
        var chained = Chain(stored, grainType, grain, state, rows);
        var wakeAt = record.WakeAt is { } time ? UtcText.Of(time) : null;
        var mail = write.Notices.Select((notice, index) => Mail(notice, $"{grainType}/{grain}@{stored.Version + 1}/{index}", write.At));
        return Checked(new GrainWrite(
            grainType, grain, stored.Version, stored.Chain, state, wakeAt, chained[^1].Hash, chained, [.. mail]));
    }

    /// <summary>A write that empties a record that keeps a journal; the version goes on.</summary>
    public static GrainWrite Cleared(StoredGrain stored, string grainType, string grain, DateTimeOffset now)
    {
        var chained = Chain(stored, grainType, grain, null, [Bare(JournalChain.Cleared, new JournalWrite([], null, "", now, []))]);
        return new GrainWrite(grainType, grain, stored.Version, stored.Chain, null, null, chained[^1].Hash, chained, []);
    }

    /// <summary>A write of a record without journal; null empties it.</summary>
    public static GrainWrite Plain(StoredGrain stored, string grainType, string grain, string? state) =>
        Checked(new GrainWrite(grainType, grain, stored.Version, stored.Chain, state, null, stored.Chain, [], []));

    private static JournalRow Row(object happening, int ordinal, JournalWrite write) => Bare(happening.GetType().Name, write) with
    {
        InFeed = true,
        Ordinal = ordinal,
        Payload = JsonSerializer.Serialize(happening, happening.GetType(), JournalJson.Options),
    };

    private static JournalRow Bare(string type, JournalWrite write) =>
        new(false, 0, type, "{}", write.Actor, write.RequestId?.ToString(), UtcText.Of(write.At), JournalChain.Start, "", null);

    private static OutboxRow Mail(Notice notice, string dedupeKey, DateTimeOffset at) =>
        new(Guid.CreateVersion7(at).ToString(), dedupeKey, notice.Recipient, notice.Subject, notice.Body, UtcText.Of(at));

    private static ImmutableList<JournalRow> Chain(StoredGrain stored, string grainType, string grain, string? state, List<JournalRow> rows)
    {
        rows[^1] = rows[^1] with { StateHash = JournalChain.HashOfState(state) };
        var previous = stored.Chain;
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index] with { PreviousHash = previous };
            previous = JournalChain.HashOf(grainType, grain, stored.Version + 1, row);
            rows[index] = row with { Hash = previous };
        }

        return [.. rows];
    }

    /// <summary>PostgreSQL holds no U+0000 in text, and neither store an unpaired surrogate; JSON has both escaped or replaced.</summary>
    private static GrainWrite Checked(GrainWrite write)
    {
        var texts = write.Mail.SelectMany(mail => new[] { mail.Recipient, mail.Subject, mail.Body })
            .Concat(write.Rows.Select(row => row.Actor))
            .Append(write.Grain);
        return texts.All(Storable)
            ? write
            : throw new UnstorableException($"A write of {write.Grain.Replace('\0', '?')} holds text with U+0000 or an unpaired surrogate.");
    }

    private static bool Storable(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\0' || (char.IsSurrogate(text[index]) && !char.IsSurrogatePair(text, index++)))
            {
                return false;
            }
        }

        return true;
    }
}
