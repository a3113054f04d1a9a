using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Outbox;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Lists;

/// <summary>Figures for the operator.</summary>
internal sealed class ServiceStatus(IDatabase database, IJournalFeed feed, OutboxTable outbox) : IServiceStatus
{
    public string StoreKind => database.Kind;

    public Task<long> JournalHeadAsync(CancellationToken ct) => feed.HeadAsync(ct);

    public Task<long> OutboxPendingAsync(CancellationToken ct) => outbox.PendingAsync(ct);
}
