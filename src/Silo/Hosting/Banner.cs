using System.Reflection;

namespace SmeOrleans.Silo.Hosting;

/// <summary>What a person sees once the service answers.</summary>
internal static class Banner
{
    public static void Print(SiloHost host)
    {
        var options = host.Options;
        var version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3);
        Console.WriteLine($"""
            SmeOrleans {version} is ready{(options.Sandbox ? " (sandbox: its clock is driven)" : "")}.
              gRPC      {host.GrpcAddress}
              gRPC-Web  {host.HttpAddress}
              health    {host.HttpAddress}healthz
              metrics   {host.HttpAddress}metrics
              keys      {host.HttpAddress}.well-known/jwks.json
              store     {(options.Store is null ? options.StoreOrDefault : options.Store.Contains("Host", StringComparison.OrdinalIgnoreCase) ? Redacted(options.Store) : options.Store)}
              data      {options.DataDirectory}
            """);
        if (options.Issuers.Count == 0)
        {
            Console.WriteLine($"""
                  tokens    development issuer; mint one with: ./sme token --role office --data-dir {options.DataDirectory}
                  try       ./sme status --address {host.GrpcAddress} --token "$(./sme token --role operator --data-dir {options.DataDirectory})"
                """);
        }

        Console.WriteLine("Stop with Ctrl-C.");
    }

    private static string Redacted(string store) =>
        new Npgsql.NpgsqlConnectionStringBuilder(store) { Password = null }.ConnectionString;
}
