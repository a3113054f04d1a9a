using System.Text.Json;

namespace SmeOrleans.Cli.Packs;

/// <summary>One journal, entry by entry.</summary>
internal static class ChainCheck
{
    public static void Check(PackChain chain, IReadOnlyList<PackRow> rows)
    {
        var previous = new PackRow(0, null, -1, "", "", "", null, "", "", "", "");
        foreach (var row in rows)
        {
            var at = $"{chain.Grain}: version {row.Version} row {row.Ordinal}";
            EvidencePack.Require(IsJson(row.Payload), $"{at} is not as it was written");
            EvidencePack.Require(row.ComputeHash(chain.GrainType, chain.Grain) == row.Hash, $"{at} was altered");
            EvidencePack.Require((row.Version, row.Ordinal).CompareTo((previous.Version, previous.Ordinal)) > 0, $"{at} is out of order");
            if (chain.Complete)
            {
                CheckFollows(previous, row, at);
            }

            previous = row;
        }

        EvidencePack.Require(rows.Count == chain.Rows && previous.Hash == chain.HeadHash, $"{chain.Grain}: the manifest says {chain.Rows} entries, {rows.Count} are there, or the last is another");
        EvidencePack.Require(!chain.Complete || previous.StateHash is not null, $"{chain.Grain}: the last row of version {previous.Version} is missing");
    }

    // A write's last row closes it with the digest of the state that it led to.
    private static void CheckFollows(PackRow previous, PackRow row, string at)
    {
        var next = previous.StateHash is not null ? (previous.Version + 1, 0) : (previous.Version, previous.Ordinal + 1);
        EvidencePack.Require((row.Version, row.Ordinal) == next, $"{at} stands where version {next.Item1} row {next.Item2} belongs");
        EvidencePack.Require(row.PreviousHash == previous.Hash, $"{at} does not follow the row before it");
    }

    private static bool IsJson(string payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
