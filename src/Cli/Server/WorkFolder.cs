namespace SmeOrleans.Cli.Server;

/// <summary>A data folder; a temporary one is deleted in the end.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly bool temporary;

    private WorkFolder(string path, bool temporary) => (Path, this.temporary) = (path, temporary);

    public string Path { get; }

    public static WorkFolder Temporary(string prefix) => new(Directory.CreateTempSubdirectory(prefix).FullName, temporary: true);

    public static WorkFolder Kept(string path) => new(System.IO.Path.GetFullPath(path), temporary: false);

    public void Dispose()
    {
        if (temporary)
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
