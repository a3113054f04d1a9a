namespace SmeOrleans.Grains.Intake;

/// <summary>Gives case numbers from blocks, so that no grain is on the path of every submission.</summary>
public interface ICaseNumbers
{
    /// <summary>The next number of a round, e.g. <c>107-000123</c>. Numbers are unique; a crash may leave gaps.</summary>
    Task<string> NextAsync(string round);
}
