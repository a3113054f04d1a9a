using Microsoft.Extensions.Logging;

namespace SmeOrleans.GrpcFrontend.Attempts;

/// <summary>Writes attempts down, as well as it can: never so many that an attacker fills the disk, never so long that a caller waits.</summary>
internal sealed partial class AttemptLog(IAttempts attempts, ILogger<AttemptLog> log)
{
    /// <summary>Who an attempt is put down to when it came without a valid token.</summary>
    public const string Anonymous = "anonymous";

    private const char UnitMark = '@';
    private const int TextMaxChars = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    // Two budgets: whoever floods the door without a token must not hide what a known caller tried.
    private readonly AttemptBudget _anonymous = new();
    private readonly AttemptBudget _known = new();

    /// <summary>Who tried: role and subject, and the unit that the token speaks for.</summary>
    public static string SubjectOf(Caller? caller) =>
        caller is null ? Anonymous : caller.Unit is { } unit ? $"{caller}{UnitMark}{unit}" : caller.ToString();

    /// <summary>The unit in what <see cref="SubjectOf"/> has written, or empty.</summary>
    public static string UnitOf(string subject) => subject.LastIndexOf(UnitMark) is var at and >= 0 && ResourceNames.IsUnit(subject[(at + 1)..]) ? subject[(at + 1)..] : "";

    public async Task RecordAsync(AttemptRow attempt)
    {
        var budget = attempt.Subject == Anonymous ? _anonymous : _known;
        var admitted = budget.Take(out var surplus);
        if (surplus > 0)
        {
            LogSurplus(surplus);
        }

        if (admitted)
        {
            await WriteAsync(attempt);
        }
    }

    /// <summary>Writes one down outside the budgets; a failure is logged, not thrown.</summary>
    public async Task WriteAsync(AttemptRow attempt)
    {
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
