using System.CommandLine;
using SmeOrleans.Cli.Explaining;

namespace SmeOrleans.Cli.Commands;

/// <summary><c>sme explain REASON</c>: what a refusal means, which rule it comes from and what to do.</summary>
internal static class ExplainCommand
{
    public static Command Create(GlobalOptions global)
    {
        var reason = new Argument<string?>("REASON") { Description = "e.g. QUOTA_YEAR; without it, all there are", Arity = ArgumentArity.ZeroOrOne, HelpName = "REASON" };
        reason.CompletionSources.Add([.. ReasonNames.All]);
        var command = new Command("explain", "Say what a refusal means, which rule it comes from and what to do") { reason };
        command.SetAction(parsed => parsed.GetValue(reason) is { } name ? Explain(global, parsed, name) : List(global, parsed));
        return command;
    }

    private static int Explain(GlobalOptions global, ParseResult parsed, string name)
    {
        var wire = ReasonNames.Normalize(name);
        if (!ReasonNames.All.Contains(wire))
        {
            var near = ReasonNames.All.Where(known => known.Contains(wire, StringComparison.Ordinal) || wire.Contains(known, StringComparison.Ordinal)).ToList();
            throw CliException.Usage($"there is no reason {wire}" + (near.Count > 0 ? $"; perhaps {string.Join(", ", near)}" : "; `sme explain` lists them"));
        }

        var writer = global.Writer(parsed);
        var row = ErrorCatalogue.Find(wire) ?? new(wire, "", "", "", "", "", "");
        writer.Line($"{row.Reason}  {row.Kind}  {row.Rule}".TrimEnd());
        foreach (var text in new[] { row.Chinese, row.RemedyChinese, row.English, row.RemedyEnglish }.Where(text => text.Length > 0))
        {
            writer.Line($"  {text}");
        }

        if (row.English.Length == 0)
        {
            Console.Error.WriteLine("sme: this build has no catalogue of explanations (docs/errors.md)");
        }

        writer.Record(row);
        writer.Close(single: true);
        return ExitCodes.Ok;
    }

    private static int List(GlobalOptions global, ParseResult parsed)
    {
        var writer = global.Writer(parsed);
        var rows = ReasonNames.All.Select(name => ErrorCatalogue.Find(name) ?? new(name, "", "", "", "", "", "")).ToList();
        writer.Table(null, ["reason", "rule", "zh-TW", "en"], rows.Select(row => new[] { row.Reason, row.Rule, row.Chinese, row.English }));
        rows.ForEach(writer.Record);
        writer.Close();
        return ExitCodes.Ok;
    }
}
