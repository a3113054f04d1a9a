namespace SmeOrleans.Cli.Tests;

/// <summary>Where the sample season is, seen from the test's build output.</summary>
internal static class SeasonFolder
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, "data", "season-107");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException("data/season-107");
    }
}
