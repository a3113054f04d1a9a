namespace SmeOrleans.GrpcFrontend.Attempts;

/// <summary>So many a second, and a count of the rest.</summary>
internal sealed class AttemptBudget
{
    private const int MaxPerSecond = 50;

    private readonly Lock _lock = new();
    private long _second;
    private int _taken;
    private int _surplus;

    /// <summary>Takes one of this second.</summary>
    /// <param name="surplus">What the last second with a surplus had to leave out; told once.</param>
    public bool Take(out int surplus)
    {
        // Real time, because a driven clock may stand still.
        var second = Environment.TickCount64 / 1_000;
        lock (_lock)
        {
            surplus = 0;
            if (second != _second)
            {
                surplus = _surplus;
                (_second, _taken, _surplus) = (second, 0, 0);
            }

            var admitted = _taken < MaxPerSecond;
            _taken += admitted ? 1 : 0;
            _surplus += admitted ? 0 : 1;
            return admitted;
        }
    }
}
