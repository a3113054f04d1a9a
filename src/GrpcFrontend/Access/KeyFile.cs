using System.Security.Cryptography;

namespace SmeOrleans.GrpcFrontend.Access;

/// <summary>A private key (EC P-256, PKCS#8 PEM, mode 0600) in the data folder, made on first use.</summary>
public static class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Path of a key in a data folder.</summary>
    public static string PathOf(string dataDirectory, string name) => Path.Combine(dataDirectory, "keys", $"{name}.pem");

    public static ECDsa LoadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return key;
    }

    // Written aside and moved, so that nobody reads half a key; of two that create, the first stands.
    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var aside = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var writer = new StreamWriter(aside, options))
        {
            writer.WriteLine(key.ExportPkcs8PrivateKeyPem());
        }

        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }
    }
}
