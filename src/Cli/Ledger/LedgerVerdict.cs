namespace SmeOrleans.Cli.Ledger;

/// <summary>The six numbers that must be zero, of how many requests, and what stands behind them.</summary>
internal sealed record LedgerVerdict(int Requests, ImmutableArray<LedgerFault> Faults)
{
    public bool AllZero => Faults.IsEmpty;

    public int Count(LedgerFaultKind kind) => Faults.Count(fault => fault.Kind == kind);

    public override string ToString() =>
        string.Join(' ', Enum.GetValues<LedgerFaultKind>().Select(kind => $"{kind.ToString().ToLowerInvariant()} {Count(kind)}"))
        + string.Create(CultureInfo.InvariantCulture, $" of {Requests}");
}

/// <summary>One thing that is not as the ledger says.</summary>
internal sealed record LedgerFault(LedgerFaultKind Kind, string Subject, string Explanation);

/// <summary>The six kinds, in the order printed.</summary>
internal enum LedgerFaultKind
{
    /// <summary>Acknowledged, but not there.</summary>
    Lost,

    /// <summary>There, but never asked for.</summary>
    Phantom,

    /// <summary>One request, two effects.</summary>
    Double,

    /// <summary>Not what was sent.</summary>
    Altered,

    /// <summary>Older than an earlier answer.</summary>
    Regressed,

    /// <summary>Unknown, and no retry settled it.</summary>
    Limbo,
}
