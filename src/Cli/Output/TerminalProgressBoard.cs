using Spectre.Console;

namespace SmeOrleans.Cli.Output;

/// <summary>Moving bars, for a terminal.</summary>
internal sealed class TerminalProgressBoard(ProgressContext context) : IProgressBoard
{
    public IStageProgress Stage(string name, int total) => new BarStage(context.AddTask(Markup.Escape(name), maxValue: Math.Max(total, 1)), name, total);

    public void Note(string text) => context.AddTask($"[grey]{Markup.Escape(text)}[/]", maxValue: 1).Increment(1);

    private sealed class BarStage(ProgressTask bar, string name, int total) : IStageProgress
    {
        public void Done(string? at = null)
        {
            bar.Increment(1);
            if (at is not null)
            {
                bar.Description = $"{Markup.Escape(name)} [grey]{Markup.Escape(at)}[/]";
            }
        }

        public void Dispose()
        {
            if (total == 0)
            {
                bar.Increment(1);
            }

            bar.Description = Markup.Escape(name);
            bar.StopTask();
        }
    }
}
