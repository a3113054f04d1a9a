namespace SmeOrleans.Grains.Journaling;

/// <summary>Whether a case needs the place that it took in a grain.</summary>
public enum Standing
{
    /// <summary>A submission is under way; ask again later.</summary>
    NotYet,

    /// <summary>It was submitted with that grain and has not left.</summary>
    Yes,

    /// <summary>It was not submitted with that grain, or has left.</summary>
    No,
}
