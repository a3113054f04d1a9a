namespace SmeOrleans.Cli.Season;

/// <summary>
/// How far a finished replay has gone in a kept folder. The service's clock stands there, and the windows of what a shorter
/// replay left out have passed: a longer one needs a folder of its own. A replay that broke off has noted nothing and goes on.
/// </summary>
internal sealed class ReachedEnd(string folder)
{
    private readonly string _file = Path.Combine(folder, "season-end");

    public void Require(SeasonEnd wanted)
    {
        if (File.Exists(_file) && Enum.TryParse<SeasonEnd>(File.ReadAllText(_file), out var reached) && wanted > reached)
        {
            throw CliException.Usage($"{folder} holds a season that was replayed until {Name(reached)}; one until {Name(wanted)} needs a folder of its own");
        }
    }

    public void Note(SeasonEnd end) => File.WriteAllText(_file, end.ToString());

    private static string Name(SeasonEnd end) => end.ToString().ToLowerInvariant();
}
