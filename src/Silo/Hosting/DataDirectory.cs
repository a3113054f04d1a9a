namespace SmeOrleans.Silo.Hosting;

/// <summary>The folder that the service writes to.</summary>
internal static class DataDirectory
{
    /// <summary>Creates it, readable by its owner only, and tries to write.</summary>
    public static void Prepare(string path)
    {
        try
        {
            if (!Directory.Exists(path))
            {
                Directory.CreateDirectory(path);
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
                }
            }

            var probe = Path.Combine(path, $".probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The data folder {path} cannot be written: {fault.Message} Choose another with --data-dir.", fault);
        }
    }
}
