namespace SmeOrleans.Grains.Rounds;

/// <summary>This silo's copies of the rounds, so that no round grain is on the path of every submission.</summary>
public interface IRoundBook
{
    /// <summary>The round as it was at most a second ago, or null when there is none.</summary>
    ValueTask<Round?> FindAsync(string name);

    /// <summary>The next <see cref="FindAsync"/> reads it anew.</summary>
    void Forget(string name);
}
