namespace SmeOrleans.Grains.Journaling;

/// <summary>Carries what one grain tells another.</summary>
public interface ITellCourier
{
    /// <summary>True once the target has answered; false when it cannot be reached now.</summary>
    Task<bool> Deliver(Tell tell);

    /// <summary>Whether a case stands, i.e. was submitted and has not left.</summary>
    Task<bool> Stands(string caseName);
}
