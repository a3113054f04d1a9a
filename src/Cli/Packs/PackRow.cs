using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SmeOrleans.Cli.Packs;

/// <summary>One row of a journal as a pack holds it.</summary>
internal sealed record PackRow(
    long Version, long? Seq, int Ordinal, string Type, string Payload, string Actor, string? RequestId, string At, string PreviousHash, string Hash, string? StateHash)
{
    /// <summary>
    /// What its hash must be. Written again here on purpose, from the description in docs/evidence.md: a verifier that shared
    /// the service's code would share its mistakes.
    /// </summary>
    public string ComputeHash(string grainType, string grain)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Text(PreviousHash);
        Text(grainType);
        Text(grain);
        Number(Version);
        Number(Ordinal);
        Number(Seq is null ? 0 : 1);
        Text(Type);
        Text(Payload);
        Text(Actor);
        Text(RequestId);
        Text(At);
        Text(StateHash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Text(string? text)
        {
            var bytes = text is null ? null : Encoding.UTF8.GetBytes(text);
            Number(bytes?.Length ?? -1);
            hash.AppendData(bytes ?? []);
        }

        void Number(long number)
        {
            Span<byte> bytes = stackalloc byte[sizeof(long)];
            BinaryPrimitives.WriteInt64BigEndian(bytes, number);
            hash.AppendData(bytes);
        }
    }
}

/// <summary>What a pack says of itself.</summary>
internal sealed record PackManifest(
    string Format, string Name, string MadeAt, string MadeBy, long JournalHead, IReadOnlyList<PackChain> Chains, IReadOnlyList<PackMember> Members);

/// <summary>A journal in a pack.</summary>
/// <param name="Complete">From its first entry on; else only the entries that name <paramref name="About"/>.</param>
internal sealed record PackChain(string GrainType, string Grain, string Path, bool Complete, string About, int Rows, string HeadHash);

/// <summary>A file of a pack.</summary>
internal sealed record PackMember(string Path, long Bytes, string Sha256);
