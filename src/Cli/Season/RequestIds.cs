using System.Security.Cryptography;

namespace SmeOrleans.Cli.Season;

/// <summary>
/// Request ids that a second replay makes again: UUID version 5 (RFC 9562) over round, subject and step. The service
/// then answers the second replay from memory.
/// </summary>
internal static class RequestIds
{
    private static readonly Guid Namespace = new("6f1f2c3e-0f0b-5d9a-9c55-3a8b8f2a7d10");

    public static string For(string round, string subject, string step) => NameBased(Namespace, $"{round}/{subject}/{step}").ToString();

    public static Guid NameBased(Guid space, string name)
    {
        var hash = SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new(hash.AsSpan(0, 16), bigEndian: true);
    }
}
