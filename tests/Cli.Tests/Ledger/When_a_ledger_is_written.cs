using SmeOrleans.Cli.Ledger;

namespace SmeOrleans.Cli.Tests.Ledger;

public sealed class When_a_ledger_is_written : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    [Fact]
    public void Then_it_reads_the_same_and_forgets_a_torn_line()
    {
        var scene = new LedgerScene();
        using (var ledger = new LedgerFile(path))
        {
            scene.Lines.ForEach(ledger.Write);
        }

        File.AppendAllText(path, """{"line":"intent","requ""");
        Assert.Equal(scene.Lines, LedgerFile.Read(path));
    }

    [Fact]
    public void Then_a_second_run_appends()
    {
        for (var run = 0; run < 2; run++)
        {
            using var ledger = new LedgerFile(path);
            ledger.Write(new Intent("i", "step", "subject", "hash"));
        }

        Assert.Equal(2, LedgerFile.Read(path).Count);
    }

    public void Dispose() => File.Delete(path);
}
