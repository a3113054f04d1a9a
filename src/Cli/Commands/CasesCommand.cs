using System.CommandLine;
using SmeOrleans.Cli.Connection;
using SmeOrleans.Cli.Output;

namespace SmeOrleans.Cli.Commands;

/// <summary><c>sme cases</c>: list, get and watch.</summary>
internal sealed class CasesCommand(GlobalOptions global)
{
    private const int PageSize = 500;

    private readonly Option<string> round = new("--round") { Description = "Round, e.g. 107", Required = true, HelpName = "ROUND" };

    public Command Create() => new("cases", "Cases that the caller may see") { List(), Get(), Watch() };

    /// <summary>Accepts an id as well as a full resource name.</summary>
    public static string RoundName(string round) => round.StartsWith("rounds/", StringComparison.Ordinal) ? round : $"rounds/{round}";

    private Command List()
    {
        var filter = new Option<string>("--filter") { Description = """AIP-160, e.g. 'state = RETURNED AND group = "metal"'""", DefaultValueFactory = _ => "" };
        var order = new Option<string>("--order-by") { Description = "case_number, submit_time, title, government_ntd or next_deadline_time, each with ' desc'", DefaultValueFactory = _ => "" };
        var limit = new Option<int>("--limit") { Description = "At most so many; 0 = all", DefaultValueFactory = _ => 0 };
        var command = new Command("list", "List the cases of a round") { round, filter, order, limit };
        command.SetAction((parsed, stop) => global.ConnectedAsync(parsed, (connection, token, writer) =>
        {
            var request = new ListCasesRequest
            {
                Parent = RoundName(parsed.GetValue(round)!),
                Filter = parsed.GetValue(filter),
                OrderBy = parsed.GetValue(order),
            };
            return ListAsync(connection, token, writer, request, parsed.GetValue(limit), stop);
        }));
        return command;
    }

    private static async Task<int> ListAsync(
        ServiceConnection connection, string token, DataWriter writer, ListCasesRequest request, int limit, CancellationToken stop)
    {
        var cases = new List<Case>();
        var total = 0;
        do
        {
            request.PageSize = limit == 0 ? PageSize : Math.Min(PageSize, limit - cases.Count);
            var page = await connection.Cases.ListCasesAsync(request, ServiceConnection.Options(token, stop));
            cases.AddRange(page.Cases);
            (request.PageToken, total) = (page.NextPageToken, page.TotalSize);
        }
        while (request.PageToken.Length > 0 && (limit == 0 || cases.Count < limit));

        writer.Table(null, ["name", "number", "state", "unit", "company", "group", "function", "government", "title"], cases.Select(found => new[]
        {
            found.Name,
            found.CaseNumber,
            found.State.ToString(),
            found.Unit,
            found.Application.Company,
            found.Application.Group,
            found.Application.Function,
            found.Application.GovernmentNtd.ToString("N0", CultureInfo.InvariantCulture),
            found.Application.Title,
        }));
        cases.ForEach(writer.Record);
        writer.Close();
        await Console.Error.WriteLineAsync($"{cases.Count} of {total} cases");
        return ExitCodes.Ok;
    }

    private Command Get()
    {
        var name = new Argument<string>("CASE") { Description = "rounds/{round}/cases/{case}" };
        var command = new Command("get", "Show one case with its documents, receipt and findings") { name };
        command.SetAction((parsed, stop) => global.ConnectedAsync(parsed, async (connection, token, writer) =>
        {
            var found = await connection.Cases.GetCaseAsync(new() { Name = parsed.GetValue(name) }, ServiceConnection.Options(token, stop));
            writer.Table(found.Name, ["field", "value"], Fields(found));
            writer.Record(found);
            writer.Close(single: true);
            return ExitCodes.Ok;
        }));
        return command;
    }

    private static IEnumerable<string[]> Fields(Case found) =>
    [
        ["case number", found.CaseNumber],
        ["state", found.State.ToString()],
        ["unit", found.Unit],
        ["company", found.Application.Company],
        ["title", found.Application.Title],
        ["group, function", $"{found.Application.Group}, {found.Application.Function}"],
        ["government of total", string.Create(CultureInfo.InvariantCulture, $"NT$ {found.Application.GovernmentNtd:N0} of {found.Application.TotalNtd:N0}")],
        ["received", DisplayTime.Of(found.Receipt?.ReceiveTime)],
        ["documents", string.Join(", ", found.Documents.Select(document => document.Kind))],
        ["supplement until", DisplayTime.Of(found.Supplement?.ExpireTime)],
        .. found.Findings.Select(finding => new[] { finding.Blocks ? "returned for" : "flag", $"{finding.Reason} ({finding.Rule}) {finding.MessageZh}" }),
        ["etag", found.Etag],
    ];

    private Command Watch()
    {
        var cursor = new Option<string>("--cursor") { Description = "Cursor of the last event seen; empty = from now on, 0 = from the first", DefaultValueFactory = _ => "" };
        var command = new Command("watch", "Follow what happens to the cases of a round until Ctrl-C; events as JSON lines, or one line each") { round, cursor };
        command.SetAction((parsed, stop) => global.ConnectedAsync(parsed, async (connection, token, writer) =>
        {
            var request = new WatchCasesRequest { Parent = RoundName(parsed.GetValue(round)!), Cursor = parsed.GetValue(cursor)! };
            using var call = connection.Cases.WatchCases(request, ServiceConnection.Options(token, stop, endless: true));
            try
            {
                await FollowAsync(call, request, writer, stop);
            }
            catch (RpcException ended) when (ended.StatusCode == StatusCode.Unavailable && request.Cursor is not "")
            {
                throw CliException.Unreachable($"the service has ended the watch; go on with --cursor {request.Cursor}");
            }

            return ExitCodes.Ok;
        }));
        return command;
    }

    private static async Task FollowAsync(AsyncServerStreamingCall<CaseEvent> call, WatchCasesRequest request, DataWriter writer, CancellationToken stop)
    {
        await foreach (var happened in call.ResponseStream.ReadAllAsync(stop))
        {
            request.Cursor = happened.Cursor;
            writer.Line($"{happened.Cursor}  {DisplayTime.Of(happened.RecordTime)}  {happened.Type}  {happened.Case}  {happened.State}  by {happened.Actor}");
            writer.Record(happened);
        }
    }
}
