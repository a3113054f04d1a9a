namespace SmeOrleans.Domain.Units;

/// <summary>How much one unit may have in a round (U-4).</summary>
public static class UnitCaps
{
    /// <summary>Whether so many more would be over a cap.</summary>
    /// <param name="cap">0 = no cap.</param>
    public static bool Exceeded(int cap, int has, int more) => cap > 0 && has + more > cap;
}
