using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace SmeOrleans.Cli.Packs;

/// <summary>A pack in which something does not hold.</summary>
internal sealed class BrokenPackException(string what) : Exception(what);

/// <summary>Reads a pack; everything in it may be forged, so it is bounded.</summary>
internal sealed class EvidencePack : IDisposable
{
    public const string Format = "sme-evidence/1";

    // More than the journal of ten seasons; a member that unpacks to more is no pack of ours.
    private const long MemberMaxBytes = 1L << 30;

    private readonly ZipArchive _archive;

    private EvidencePack(ZipArchive archive)
    {
        _archive = archive;
        ManifestBytes = Bytes("manifest.json");
        Manifest = Parse<PackManifest>(ManifestBytes, "manifest.json");
        Require(Manifest.Format == Format, $"manifest.json: format {Manifest.Format} is none that is known here");
    }

    public PackManifest Manifest { get; }

    public byte[] ManifestBytes { get; }

    public static EvidencePack Open(Stream file)
    {
        try
        {
            return new(new ZipArchive(file, ZipArchiveMode.Read));
        }
        catch (InvalidDataException wrong)
        {
            throw new BrokenPackException($"this is no ZIP archive: {wrong.Message}");
        }
    }

    public string Text(string path) => Encoding.UTF8.GetString(Bytes(path));

    /// <summary>Every member is there, as the manifest says, and none besides.</summary>
    public void CheckMembers()
    {
        string[] unlisted = ["manifest.json", "manifest.jws"];
        var names = _archive.Entries.Select(entry => entry.FullName).ToList();
        Require(names.Count == names.Distinct().Count(), "two members have one name");
        Require(names.Except(Manifest.Members.Select(member => member.Path)).Except(unlisted).FirstOrDefault() is var extra && extra is null,
            $"{extra}: the manifest does not list it");
        foreach (var member in Manifest.Members)
        {
            var bytes = Bytes(member.Path);
            Require(bytes.LongLength == member.Bytes && Convert.ToHexStringLower(SHA256.HashData(bytes)) == member.Sha256, $"{member.Path}: it is not what the manifest says");
        }

        Require(Manifest.Chains.All(chain => Manifest.Members.Any(member => member.Path == chain.Path)), "a journal is no listed member");
    }

    /// <summary>The rows of a journal.</summary>
    public List<PackRow> Rows(PackChain chain) =>
        [.. Text(chain.Path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, place) => Parse<PackRow>(Encoding.UTF8.GetBytes(line), $"{chain.Path} line {place + 1}"))];

    public void Dispose() => _archive.Dispose();

    public static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new BrokenPackException(otherwise);
        }
    }

    private byte[] Bytes(string path)
    {
        var entry = _archive.GetEntry(path) ?? throw new BrokenPackException($"{path}: it is missing");
        Require(entry.Length <= MemberMaxBytes, $"{path}: it is too large");
        try
        {
            using var from = entry.Open();
            using var to = new MemoryStream();
            from.CopyTo(to);
            return to.ToArray();
        }
        catch (InvalidDataException wrong)
        {
            throw new BrokenPackException($"{path}: {wrong.Message}");
        }
    }

    private static T Parse<T>(byte[] json, string where)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web) ?? throw new BrokenPackException($"{where}: it is empty");
        }
        catch (JsonException)
        {
            throw new BrokenPackException($"{where}: it is not as it was written");
        }
    }
}
