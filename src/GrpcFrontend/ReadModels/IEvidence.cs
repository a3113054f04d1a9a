namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>Evidence packs: the journal of a case, panel or round as it is stored, checkable offline.</summary>
public interface IEvidence
{
    /// <summary>Writes a ZIP. The resource must be there.</summary>
    Task WriteAsync(string name, Caller by, Stream to, CancellationToken ct);
}
