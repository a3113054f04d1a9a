using System.Security.Cryptography;
using System.Text;

namespace SmeOrleans.GrpcFrontend.Cases;

/// <summary>Ids derived from what a unit sends, so that a retry finds the same case without any index.</summary>
internal static class CaseIds
{
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";
    private const int IdChars = 16;

    /// <summary>Name of the case that a first request leads to.</summary>
    public static string NameOf(string round, string unit, Guid requestId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{unit}\n{round}\n{requestId:D}"));
        return $"{round}/cases/{string.Create(IdChars, hash, Write)}";
    }

    /// <summary>Request id of one step of a batch row; the row is known by the unit's reference (UUID version 8, RFC 9562).</summary>
    public static Guid RequestOf(string round, string unit, string reference, string step)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{unit}\n{round}\n{step}\n{reference}")).AsSpan(0, 16);
        hash[6] = (byte)(hash[6] & 0x0F | 0x80);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new(hash, bigEndian: true);
    }

    private static void Write(Span<char> id, byte[] hash)
    {
        for (var place = 0; place < id.Length; place++)
        {
            var bit = place * 5;
            var pair = hash[bit / 8] << 8 | hash[bit / 8 + 1];
            id[place] = Base32[pair >> (11 - bit % 8) & 31];
        }
    }
}
