namespace SmeOrleans.GrpcFrontend.Admission;

/// <summary>Lets so many in at a time; one more is told at once to come later, and nothing let in is dropped.</summary>
internal sealed class AdmissionGate(int places)
{
    private int _taken;

    /// <summary>A place until disposed.</summary>
    /// <exception cref="RefusedException">All places are taken.</exception>
    public IDisposable Enter()
    {
        if (Interlocked.Increment(ref _taken) > places)
        {
            Interlocked.Decrement(ref _taken);
            throw new RefusedException(Rejection.Because(Reasons.Overload, ("limit", places)));
        }

        return new Place(this);
    }

    private sealed class Place(AdmissionGate gate) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref gate._taken);
    }
}
