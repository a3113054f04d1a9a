namespace SmeOrleans.Grains.Journaling;

/// <summary>Carries what one grain tells or asks another about a case.</summary>
public interface ITellCourier
{
    /// <summary>True once the target has answered; false when it cannot be reached now.</summary>
    Task<bool> Deliver(Tell tell);

    /// <summary>Whether a case stands with a grain. 'No' is final for every submission begun before.</summary>
    Task<Standing> Stands(string caseName, string holder);
}
