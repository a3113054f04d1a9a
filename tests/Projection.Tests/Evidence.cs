using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Dapper;
using SmeOrleans.Cli.Packs;
using SmeOrleans.Domain.Access;
using SmeOrleans.Domain.Review;
using SmeOrleans.GrpcFrontend;
using SmeOrleans.GrpcFrontend.Receipts;
using SmeOrleans.Silo.Evidence;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Projection.Tests;

public sealed class Evidence : IDisposable
{
    private const string Session = $"{Sample.Round}/sessions/S1";
    private const string Panel = $"{Sample.Round}/panels/metal";

    private static readonly string Case = Sample.NameOf(1);

    private readonly string _keys = Directory.CreateTempSubdirectory("sme-keys-").FullName;
    private readonly ReceiptSigner _signer;

    public Evidence() => _signer = new(new FrontendOptions { DataDirectory = _keys, Issuers = [] });

    public void Dispose()
    {
        _signer.Dispose();
        Directory.Delete(_keys, recursive: true);
    }

    [Theory]
    [InlineData("sqlite", "rounds/107/cases/c0001", 6)]
    [InlineData("postgresql", "rounds/107/cases/c0001", 6)]
    [InlineData("sqlite", "rounds/107/panels/metal", 3)]
    [InlineData("sqlite", "rounds/107", 5)]
    public async Task A_pack_holds_and_tells_what_belongs_together(string store, string name, int chains)
    {
        await using var world = await StoryAsync(store);

        var verdict = await VerifyAsync(await PackAsync(world, name));

        Assert.Equal("", verdict.Broken);
        Assert.Equal(name, verdict.Manifest!.Name);
        Assert.Equal(chains, verdict.Manifest.Chains.Count);
        Assert.Equal(name.EndsWith("metal", StringComparison.Ordinal) ? 0 : name == Sample.Round ? 2 : 1, verdict.Receipts);
        Assert.All(verdict.Manifest.Chains, chain => Assert.True(chain.Rows > 0, chain.Grain));
    }

    [Fact]
    public async Task Of_the_company_only_what_concerns_the_case_is_in_the_pack()
    {
        await using var world = await StoryAsync("sqlite");

        var pack = await PackAsync(world, Case);

        var company = (await VerifyAsync(pack)).Manifest!.Chains.Single(chain => chain.GrainType == "company");
        Assert.False(company.Complete);
        Assert.Equal(1, company.Rows);
    }

    [Theory]
    [InlineData("UPDATE journal SET payload = REPLACE(payload, '輔導計畫', '別的') WHERE grain LIKE '%c0001' AND version = 1", "rounds/107/cases/c0001: version 1 row 0 was altered")]
    [InlineData("UPDATE journal SET actor = 'office:other' WHERE grain LIKE '%c0001' AND version = 2", "rounds/107/cases/c0001: version 2 row 0 was altered")]
    [InlineData("DELETE FROM journal WHERE grain LIKE '%c0001' AND version = 2", "rounds/107/cases/c0001: version 3 row 0 stands where version 2 row 0 belongs")]
    [InlineData("DELETE FROM journal WHERE grain LIKE '%c0001' AND version = 1 AND ordinal = 1", "rounds/107/cases/c0001: the last row of version 1 is missing")]
    [InlineData("UPDATE journal SET version = CASE version WHEN 2 THEN 30 ELSE 20 END WHERE grain LIKE '%c0001' AND version IN (2, 3)", "rounds/107/cases/c0001: version 20 row 0 was altered")]
    [InlineData("UPDATE journal SET prev_hash = hash WHERE grain LIKE '%S1'", "rounds/107/sessions/S1: version 1 row 0 was altered")]
    public async Task What_was_altered_in_the_store_is_named(string alteration, string broken)
    {
        await using var world = await StoryAsync("sqlite");
        await AlterAsync(world, alteration);

        var verdict = await VerifyAsync(await PackAsync(world, Case));

        // A row dropped at the end of a write shows in the row that comes next, or in the end.
        Assert.True(verdict.Broken == broken || (broken.EndsWith("is missing", StringComparison.Ordinal) && verdict.Broken.Contains("version 2 row 0 stands where version 1 row 1 belongs", StringComparison.Ordinal)), verdict.Broken);
    }

    [Fact]
    public async Task A_chain_that_was_recomputed_as_a_whole_does_not_continue_an_earlier_pack()
    {
        await using var world = await StoryAsync("sqlite");
        var earlier = await PackAsync(world, Case);
        await RecomputeAsync(world, Case, payload => payload.Replace("輔導計畫", "別的"));

        var later = await PackAsync(world, Case);

        Assert.Equal("", (await VerifyAsync(later)).Broken);
        Assert.StartsWith($"{Case}: it does not continue the chain of the earlier pack", (await VerifyAsync(later, earlier: earlier)).Broken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recomputed_chain_cannot_change_what_a_receipt_was_signed_for()
    {
        await using var world = await StoryAsync("sqlite");
        await RecomputeAsync(world, Case, payload => payload.Replace("digest-of-1", "digest-of-9"));

        Assert.Equal($"{Case}: version 2 row 0: it is not what was signed", (await VerifyAsync(await PackAsync(world, Case))).Broken);
    }

    [Theory]
    [InlineData("manifest.json", "office:tester", "office:another", "manifest.jws: it was signed over another manifest.json")]
    [InlineData("journal/00001.jsonl", "107", "108", "journal/00001.jsonl: it is not what the manifest says")]
    [InlineData("jwks.json", "ES256", "ES255", "jwks.json: it is not what the manifest says")]
    [InlineData("manifest.jws", "e", "f", "manifest.jws: ")]
    [InlineData("documents.jsonl", "", "x", "documents.jsonl: it is not what the manifest says")]
    public async Task What_was_altered_in_the_pack_is_named(string member, string from, string to, string broken)
    {
        await using var world = await StoryAsync("sqlite");
        var pack = Rewritten(await PackAsync(world, Case), member, text => from.Length == 0 ? text + to : text.Replace(from, to));

        Assert.StartsWith(broken, (await VerifyAsync(pack)).Broken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_signed_by_another_key_is_not_of_this_service()
    {
        await using var world = await StoryAsync("sqlite");
        var folder = Directory.CreateTempSubdirectory("sme-keys-").FullName;
        using var foreign = new ReceiptSigner(new FrontendOptions { DataDirectory = folder, Issuers = [] });

        var pack = await PackAsync(world, Panel, foreign);

        Assert.StartsWith("manifest.jws: ", (await VerifyAsync(pack)).Broken, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_missing_and_an_added_member_are_named_and_anything_else_is_no_pack()
    {
        await using var world = await StoryAsync("sqlite");
        var pack = await PackAsync(world, Case);

        Assert.Equal("journal/00002.jsonl: it is missing", (await VerifyAsync(Rewritten(pack, "journal/00002.jsonl", _ => null))).Broken);
        Assert.Equal("extra: the manifest does not list it", (await VerifyAsync(Rewritten(pack, "extra", _ => "x"))).Broken);
        Assert.NotEqual("", (await VerifyAsync("no archive at all"u8.ToArray())).Broken);
    }

    private async Task<World> StoryAsync(string store)
    {
        var world = await World.OpenAsync(store);
        await Sample.RoundAsync(world);
        await world.HappenAsync(Panel, new PanelSeated(Sample.Round, "metal", "reviewers/R1", ["reviewers/R1"]), new SessionCalled(Session));
        await world.HappenAsync(Session, new SessionScheduled(Sample.Start, new(Panel, Sample.Start, Sample.Start.AddHours(3), ""), "metal", "reviewers/R1", ["reviewers/R1"]));
        foreach (var number in new[] { 1, 2 })
        {
            var draft = Sample.Draft(number);
            var submission = Sample.Submission(number, draft);
            var receipt = submission.Receipt with { ContentSha256 = $"digest-of-{number}" };
            var name = Sample.NameOf(number);
            await world.HappenAsync($"companies/{number:D8}",
                new QuotaReserved(new("rounds/106/cases/c0001", "rounds/106", 106, Sample.Start, true, QuotaStage.Applied)),
                new QuotaReserved(new(name, Sample.Round, 107, Sample.Start, true, QuotaStage.Applied)));
            await world.HappenAsync(draft.Unit, new ApplicationCounted(Sample.Round, name));
            await world.HappenAsync(name, draft, new DocumentAttached(Sample.Start, new(DocumentKind.Proposal, "p.pdf", "application/pdf", 1, $"sha-{number}", Sample.Start)));
            await world.HappenAsync(name, submission with { Receipt = receipt with { SignedReceipt = _signer.Sign(receipt) } });
            await world.HappenAsync(name, new ScreeningBegun(Sample.Start), new CaseQualified(Sample.Start, []),
                new ReviewScheduled(Sample.Start, new(Session, "reviewers/R1", "", "", [], [], MeanScore.None, Grade.Unspecified, null)));
        }

        return world;
    }

    private async Task<byte[]> PackAsync(World world, string name, ReceiptSigner? signer = null)
    {
        using var pack = new MemoryStream();
        await new EvidencePacks(world.Get<IDatabase>(), world.Get<IProjectionControl>(), signer ?? _signer, signer ?? _signer, TimeProvider.System)
            .WriteAsync(name, new Caller("tester", Role.Office, null), pack, default);
        return pack.ToArray();
    }

    private Task<PackVerdict> VerifyAsync(byte[] pack, byte[]? earlier = null) =>
        PackVerifier.VerifyAsync(new MemoryStream(pack), Published(), earlier is null ? null : new MemoryStream(earlier));

    private string Published() => JsonSerializer.Serialize(new
    {
        keys = _signer.Public.Keys.Select(key => new { kty = key.Kty, crv = key.Crv, x = key.X, y = key.Y, kid = key.Kid, use = key.Use, alg = key.Alg }),
    });

    private static byte[] Rewritten(byte[] pack, string member, Func<string, string?> change)
    {
        using var file = new MemoryStream();
        file.Write(pack);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry(member);
            using var reader = new StreamReader(entry?.Open() ?? Stream.Null);
            var changed = change(reader.ReadToEnd());
            reader.Dispose();
            entry?.Delete();
            if (changed is not null)
            {
                using var writer = archive.CreateEntry(member).Open();
                writer.Write(Encoding.UTF8.GetBytes(changed));
            }
        }

        return file.ToArray();
    }

    private static async Task AlterAsync(World world, string sql)
    {
        await world.Get<IProjectionControl>().CatchUpAsync(default);
        await using var connection = await world.Get<IDatabase>().OpenAsync();
        await connection.ExecuteAsync("DROP TRIGGER IF EXISTS journal_no_update; DROP TRIGGER IF EXISTS journal_no_delete");
        Assert.NotEqual(0, await connection.ExecuteAsync(sql));
    }

    /// <summary>What somebody with the whole database in hand would do: alter, and make every hash right again.</summary>
    private static async Task RecomputeAsync(World world, string grain, Func<string, string> change)
    {
        await AlterAsync(world, "UPDATE journal SET actor = actor");
        await using var connection = await world.Get<IDatabase>().OpenAsync();
        var rows = (await connection.QueryAsync<(long Version, long? Seq, long Ordinal, string Type, string Payload, string Actor, string? RequestId)>(
            "SELECT version, seq, ordinal, type, payload, actor, request_id FROM journal WHERE grain = @grain ORDER BY version, ordinal", new { grain })).ToList();
        var previous = JournalChain.Start;
        foreach (var row in rows)
        {
            var (at, state) = await connection.QuerySingleAsync<(string, string?)>(
                "SELECT at, state_hash FROM journal WHERE grain = @grain AND version = @Version AND ordinal = @Ordinal", new { grain, row.Version, row.Ordinal });
            var written = new JournalRow(row.Seq is not null, (int)row.Ordinal, row.Type, change(row.Payload), row.Actor, row.RequestId, at, previous, "", state);
            var hash = JournalChain.HashOf("case", grain, row.Version, written);
            await connection.ExecuteAsync(
                "UPDATE journal SET payload = @Payload, prev_hash = @previous, hash = @hash WHERE grain = @grain AND version = @Version AND ordinal = @Ordinal",
                new { written.Payload, previous, hash, grain, row.Version, row.Ordinal });
            previous = hash;
        }
    }
}
