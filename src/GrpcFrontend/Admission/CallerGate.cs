using System.Collections.Concurrent;

namespace SmeOrleans.GrpcFrontend.Admission;

/// <summary>So many long calls a caller, so that nobody can take all the places.</summary>
internal sealed class CallerGate(int places)
{
    private readonly ConcurrentDictionary<string, AdmissionGate> _gates = new(StringComparer.Ordinal);

    /// <summary>A place of this caller until disposed.</summary>
    /// <exception cref="RefusedException">The caller has all its places.</exception>
    public IDisposable Enter(string subject) => _gates.GetOrAdd(subject, _ => new(places)).Enter();
}
