using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Projections;

/// <summary>Keeps the projection up with the journal while the silo runs.</summary>
internal sealed partial class ProjectionService(Projector projector, IJournalFeed feed, TimeProvider time, ILogger<ProjectionService> log) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    // Nobody waits for this service: whoever reads a list folds what is missing. So it lets entries gather to larger batches.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await projector.StepAsync(stoppingToken) == 0)
                {
                    await feed.WaitAsync(await projector.ProjectedHeadAsync(stoppingToken), stoppingToken);
                    await Task.Delay(Gathering, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogFailed(failure);
                await Task.Delay(AfterFailure, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The projection has stopped at an entry; lists and reports wait until it goes on.")]
    private partial void LogFailed(Exception failure);
}
