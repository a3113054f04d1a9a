using System.CommandLine;
using SmeOrleans.Cli.Packs;

namespace SmeOrleans.Cli.Commands;

/// <summary><c>sme verify PACK</c>: does an evidence pack hold; needs no service.</summary>
internal static class VerifyCommand
{
    public static Command Create(GlobalOptions global)
    {
        var pack = new Argument<FileInfo>("PACK") { Description = "File from `sme evidence`" };
        var keys = new Option<string?>("--jwks") { Description = "File or URL of the published keys; without it the pack's own, which tell nothing of who made it", HelpName = "FILE|URL" };
        var earlier = new Option<FileInfo?>("--earlier") { Description = "An earlier pack, whose chains this one must continue", HelpName = "PACK" };
        var command = new Command("verify", "Check an evidence pack offline: chains, digests, signatures") { pack, keys, earlier };
        command.SetAction(async (parsed, stop) =>
        {
            var published = parsed.GetValue(keys) is { } source ? await VerifyReceiptCommand.KeysAsync(source, stop) : null;
            using var file = Open(parsed.GetValue(pack)!);
            using var before = parsed.GetValue(earlier) is { } known ? Open(known) : null;
            var verdict = await PackVerifier.VerifyAsync(file, published, before);
            var writer = global.Writer(parsed);
            if (verdict.Holds)
            {
                var manifest = verdict.Manifest!;
                writer.Table(null, ["", ""],
                [
                    ["pack of", manifest.Name], ["made", $"{manifest.MadeAt} by {manifest.MadeBy}"], ["journal entry", $"{manifest.JournalHead}"],
                    ["chains", $"{manifest.Chains.Count}"], ["entries", $"{verdict.Rows}"], ["receipts", $"{verdict.Receipts}"], ["minutes", $"{verdict.Minutes}"],
                    ["keys", published is null ? "the pack's own: give --jwks to know who signed" : parsed.GetValue(keys)!],
                ]);
            }

            writer.Line(verdict.Holds ? "holds: every entry, digest and signature" : $"BROKEN: {verdict.Broken}");
            writer.Record(new { verdict.Holds, verdict.Broken, verdict.Rows, verdict.Receipts, verdict.Minutes });
            writer.Close(single: true);
            return verdict.Holds ? ExitCodes.Ok : ExitCodes.Refused;
        });
        return command;
    }

    private static FileStream Open(FileInfo file) => file.Exists ? file.OpenRead() : throw CliException.Usage($"{file.FullName}: there is no such file");
}
