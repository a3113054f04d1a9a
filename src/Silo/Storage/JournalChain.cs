using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SmeOrleans.Silo.Storage;

/// <summary>
/// Hashes that make the journal tamper-evident: each row's hash covers the row before it, and a write's last row covers
/// the snapshot that it led to.
/// </summary>
public static class JournalChain
{
    /// <summary>What precedes a grain's first row.</summary>
    public const string Start = "";

    /// <summary>Type of the row of a write without events; not in the feed.</summary>
    public const string Housekeeping = "Housekeeping";

    /// <summary>Type of the row of a write that clears the grain; not in the feed.</summary>
    public const string Cleared = "Cleared";

    /// <summary>Lower-case hex SHA-256 of a snapshot; that of a cleared grain is the one of empty text.</summary>
    public static string HashOfState(string? state) => Hex(SHA256.HashData(Encoding.UTF8.GetBytes(state ?? "")));

    /// <summary>Lower-case hex SHA-256 of everything in the row but <see cref="JournalRow.Hash"/>.</summary>
    public static string HashOf(string grainType, string grain, long version, JournalRow row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, row.PreviousHash);
        Append(hash, grainType);
        Append(hash, grain);
        AppendNumber(hash, version);
        AppendNumber(hash, row.Ordinal);
        AppendNumber(hash, row.InFeed ? 1 : 0);
        Append(hash, row.Type);
        Append(hash, row.Payload);
        Append(hash, row.Actor);
        Append(hash, row.RequestId);
        Append(hash, row.At);
        Append(hash, row.StateHash);
        return Hex(hash.GetHashAndReset());
    }

    /// <summary>Length first, so that no two rows have the same bytes; null differs from empty.</summary>
    private static void Append(IncrementalHash hash, string? text)
    {
        var bytes = text is null ? null : Encoding.UTF8.GetBytes(text);
        AppendNumber(hash, bytes?.Length ?? -1);
        hash.AppendData(bytes ?? []);
    }

    private static void AppendNumber(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
