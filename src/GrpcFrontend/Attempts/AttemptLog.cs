using Microsoft.Extensions.Logging;

namespace SmeOrleans.GrpcFrontend.Attempts;

/// <summary>Writes attempts down, as well as it can: never so many that an attacker fills the disk, never so long that a caller waits.</summary>
internal sealed partial class AttemptLog(IAttempts attempts, ILogger<AttemptLog> log)
{
    private const int MaxPerSecond = 50;
    private const int TextMaxChars = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private long _second;
    private int _taken;
    private int _surplus;

    public async Task RecordAsync(AttemptRow attempt)
    {
        if (!Admit())
        {
            return;
        }

        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            await attempts.RecordAsync(Tidied(attempt), timeout.Token).WaitAsync(timeout.Token);
        }
        catch (Exception failure)
        {
            LogNotRecorded(failure, attempt.Method, attempt.Status);
        }
    }

    private bool Admit()
    {
        // Real time, because a driven clock may stand still.
        var second = Environment.TickCount64 / 1_000;
        int surplus;
        bool admitted;
        lock (_lock)
        {
            surplus = second == _second ? 0 : _surplus;
            (_taken, _surplus) = second == _second ? (_taken, _surplus) : (0, 0);
            _second = second;
            admitted = _taken < MaxPerSecond;
            _taken += admitted ? 1 : 0;
            _surplus += admitted ? 0 : 1;
        }

        if (surplus > 0)
        {
            LogSurplus(surplus);
        }

        return admitted;
    }

    // What a stranger sent goes to a table and a screen: short, and without characters that could forge a line.
    private static AttemptRow Tidied(AttemptRow attempt) => attempt with
    {
        Resource = Tidy(attempt.Resource),
        Subject = Tidy(attempt.Subject),
        RequestId = Tidy(attempt.RequestId),
    };

    private static string Tidy(string text) =>
        string.Concat(text.Take(TextMaxChars).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '·' : letter));

    [LoggerMessage(Level = LogLevel.Warning, Message = "A refused {Method} ({Status}) could not be written down.")]
    private partial void LogNotRecorded(Exception failure, string method, string status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Surplus} refused attempts of one second were counted but not written down.")]
    private partial void LogSurplus(int surplus);
}
