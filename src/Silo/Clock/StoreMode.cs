using SmeOrleans.Silo.Hosting;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Clock;

/// <summary>A store is a sandbox or it is not, from its first start on: nobody drives the clock of a production store.</summary>
internal static class StoreMode
{
    private const string Setting = "store.mode";

    public static async Task EnsureAsync(SettingsStore settings, bool sandbox, CancellationToken cancellation)
    {
        var wanted = sandbox ? "sandbox" : "production";
        var found = await settings.GetAsync(Setting, cancellation);
        if (found is null)
        {
            await settings.SetAsync(Setting, wanted, cancellation);
        }
        else if (found != wanted)
        {
            throw new StartException(sandbox
                ? "This store is in production use; its clock cannot be driven. Start without --sandbox, or choose another --store or --data-dir."
                : "This store is a sandbox. Start it with --sandbox, or choose another --store or --data-dir.");
        }
    }
}
