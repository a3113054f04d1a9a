using SmeOrleans.Domain.Reports;

namespace SmeOrleans.Grains.Reports;

/// <summary>Recounts what is about to be published.</summary>
public interface IReportAuditor
{
    /// <summary>Counts a table, cross-foots it and recounts it from the journal alone.</summary>
    Task<TableAudit> AuditAsync(string round, string tableId);

    /// <summary>ROC years of the regular rounds there are.</summary>
    Task<ImmutableSortedSet<int>> RoundYearsAsync();
}
