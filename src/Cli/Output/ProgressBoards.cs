using Spectre.Console;

namespace SmeOrleans.Cli.Output;

/// <summary>Runs work with the progress board that suits where standard error goes.</summary>
internal static class ProgressBoards
{
    public static async Task<T> RunAsync<T>(bool colour, Func<IProgressBoard, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
        {
            return await work(new PlainProgressBoard(Console.Error));
        }

        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(Console.Error),
            ColorSystem = colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        return await console.Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new TerminalProgressBoard(context)));
    }
}
