namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>Figures for the operator.</summary>
public interface IServiceStatus
{
    /// <summary><c>sqlite</c> or <c>postgresql</c>.</summary>
    string StoreKind { get; }

    /// <summary>Seq of the journal's last entry.</summary>
    Task<long> JournalHeadAsync(CancellationToken ct);

    /// <summary>Notifications not sent yet.</summary>
    Task<long> OutboxPendingAsync(CancellationToken ct);
}
