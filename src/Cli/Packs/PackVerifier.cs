using System.Security.Cryptography;
using System.Text.Json;
using SmeOrleans.Cli.Receipts;

namespace SmeOrleans.Cli.Packs;

/// <summary>What a pack was found to be.</summary>
/// <param name="Broken">The first thing that does not hold; empty = all holds.</param>
internal sealed record PackVerdict(string Broken, PackManifest? Manifest, int Rows, int Receipts, int Minutes)
{
    public bool Holds => Broken.Length == 0;
}

/// <summary>
/// Checks a pack with nothing but itself, published keys and, if there is one, an earlier pack: members, signature of the
/// manifest, every chain entry by entry, and the receipts and minutes in the entries.
/// </summary>
internal sealed class PackVerifier(EvidencePack pack, string keySet, EvidencePack? earlier)
{
    private int _rows;
    private int _receipts;
    private int _minutes;

    /// <param name="keySet">Published keys; null = the pack's own, which tells nothing of who made it.</param>
    public static async Task<PackVerdict> VerifyAsync(Stream file, string? keySet, Stream? earlierFile)
    {
        try
        {
            using var pack = EvidencePack.Open(file);
            using var earlier = earlierFile is null ? null : EvidencePack.Open(earlierFile);
            return await new PackVerifier(pack, keySet ?? pack.Text("jwks.json"), earlier).VerifyAsync();
        }
        catch (BrokenPackException broken)
        {
            return new(broken.Message, null, 0, 0, 0);
        }
    }

    private async Task<PackVerdict> VerifyAsync()
    {
        await CheckManifestAsync(pack, "manifest.jws");
        pack.CheckMembers();
        var documents = pack.Text("documents.jsonl");
        foreach (var chain in pack.Manifest.Chains)
        {
            var rows = pack.Rows(chain);
            ChainCheck.Check(chain, rows);
            _rows += rows.Count;
            foreach (var row in rows)
            {
                await CheckSignaturesAsync(chain, row);
                EvidencePack.Require(row.Type != "DocumentAttached" || documents.Contains(Of(row.Payload, "Document", "Sha256"), StringComparison.Ordinal),
                    $"{At(chain, row)}: documents.jsonl lacks its document");
            }
        }

        if (earlier is not null)
        {
            await CheckManifestAsync(earlier, "manifest.jws of the earlier pack");
            CheckContinues(earlier);
        }

        return new("", pack.Manifest, _rows, _receipts, _minutes);
    }

    private async Task CheckManifestAsync(EvidencePack of, string what)
    {
        var verdict = await ReceiptVerifier.VerifyAsync(of.Text("manifest.jws"), keySet);
        EvidencePack.Require(verdict.Genuine, $"{what}: {verdict.Explanation}");
        var digest = Convert.ToHexStringLower(SHA256.HashData(of.ManifestBytes));
        EvidencePack.Require(verdict.Lines.Contains(("manifest_sha256", digest)), $"{what}: it was signed over another manifest.json");
    }

    // Whoever recomputes a whole chain cannot recompute what was signed on the way.
    private async Task CheckSignaturesAsync(PackChain chain, PackRow row)
    {
        if (row.Type == "SubmissionReceived" && Of(row.Payload, "Receipt", "SignedReceipt") is { Length: > 0 } receipt)
        {
            await CheckSignedAsync(chain, row, receipt, "case", Of(row.Payload, "Receipt", "Case"));
            await CheckSignedAsync(chain, row, receipt, "content_sha256", Of(row.Payload, "Receipt", "ContentSha256"));
            _receipts++;
        }
        else if (row.Type == "MeetingFrozen" && Of(row.Payload, "Minutes", "SignedMinutes") is { Length: > 0 } minutes)
        {
            var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(row.Payload, "Minutes", "Text"))));
            EvidencePack.Require(digest == Of(row.Payload, "Minutes", "Sha256"), $"{At(chain, row)}: the text of the minutes is not what their digest says");
            await CheckSignedAsync(chain, row, minutes, null, digest);
            _minutes++;
        }
    }

    private async Task CheckSignedAsync(PackChain chain, PackRow row, string jws, string? claim, string value)
    {
        var verdict = await ReceiptVerifier.VerifyAsync(jws, keySet);
        EvidencePack.Require(verdict.Genuine, $"{At(chain, row)}: its signature does not hold: {verdict.Explanation}");
        EvidencePack.Require(verdict.Lines.Any(line => line.Value == value && (claim is null || line.Name == claim)), $"{At(chain, row)}: it is not what was signed");
    }

    private void CheckContinues(EvidencePack before)
    {
        foreach (var known in before.Manifest.Chains.Where(chain => chain is { Complete: true, Rows: > 0 }))
        {
            var now = pack.Manifest.Chains.FirstOrDefault(chain => chain.Grain == known.Grain && chain.GrainType == known.GrainType && chain.Complete);
            var rows = now is null ? [] : pack.Rows(now);
            EvidencePack.Require(now is null || (rows.Count >= known.Rows && rows[known.Rows - 1].Hash == known.HeadHash),
                $"{known.Grain}: it does not continue the chain of the earlier pack, which ended after {known.Rows} entries");
        }
    }

    private static string At(PackChain chain, PackRow row) => $"{chain.Grain}: version {row.Version} row {row.Ordinal}";

    private static string Of(string json, string first, string second)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty(first, out var one) && one.ValueKind == JsonValueKind.Object && one.TryGetProperty(second, out var two) ? two.ToString() : "";
    }
}
