namespace SmeOrleans.Domain.Tests;

/// <summary>Files of the repository that the tests run in.</summary>
internal static class Repository
{
    public static string File(params string[] path) => Path.Combine([Root, .. path]);

    private static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!System.IO.File.Exists(Path.Combine(folder, "SmeOrleans.sln")))
            {
                folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("no SmeOrleans.sln above the tests");
            }

            return folder;
        }
    }
}
