using System.Diagnostics;

namespace SmeOrleans.Cli.Output;

/// <summary>Plain lines, for logs and pipes: one when a stage ends.</summary>
internal sealed class PlainProgressBoard(TextWriter error) : IProgressBoard
{
    public IStageProgress Stage(string name, int total) => new PlainStage(error, name, total);

    public void Note(string text) => error.WriteLine(text);

    private sealed class PlainStage(TextWriter error, string name, int total) : IStageProgress
    {
        private readonly Stopwatch watch = Stopwatch.StartNew();
        private int done;

        public void Done(string? at = null) => Interlocked.Increment(ref done);

        public void Dispose() => error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name}: {done} of {total} in {watch.Elapsed.TotalSeconds:F1} s"));
    }
}
