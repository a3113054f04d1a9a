using SmeOrleans.Cli.Ledger;
using SmeOrleans.Cli.Output;
using SmeOrleans.Cli.Server;

namespace SmeOrleans.Cli.Season;

/// <summary>kill -9 in the middle of a replay: the service is started again on the same data and the replay goes on.</summary>
/// <param name="after">After so many acknowledged submissions; null = never.</param>
/// <param name="on">While acts of that day, or the next that has any, are under way; null = never.</param>
internal sealed class Killing(ServerProcess server, DrivenClock clock, IProgressBoard board, int? after, DateOnly? on)
{
    private bool killedOnDay;

    public SeasonReplay In(SeasonStage stage, SeasonEnd end, LedgerFile ledger) => new(stage, end, ledger)
    {
        Acknowledged = AfterAsync,
        Underway = OnAsync,
    };

    private async Task AfterAsync(int acknowledged, CancellationToken stop)
    {
        if (acknowledged == after)
        {
            board.Note($"kill -9 after {acknowledged} acknowledged submissions");
            await server.KillAndRestartAsync(clock.Now, stop);
        }
    }

    private async Task OnAsync(DateTimeOffset moment, CancellationToken stop)
    {
        if (!killedOnDay && DateOnly.FromDateTime(moment.DateTime) >= on)
        {
            killedOnDay = true;
            board.Note(string.Create(CultureInfo.InvariantCulture, $"kill -9 on {moment:yyyy-MM-dd}"));
            await server.KillAndRestartAsync(clock.Now, stop);
        }
    }
}
