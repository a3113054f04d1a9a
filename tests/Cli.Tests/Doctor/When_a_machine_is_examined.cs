using System.Net;
using System.Net.Sockets;
using SmeOrleans.Cli.Doctor;
using SmeOrleans.Cli.Server;

namespace SmeOrleans.Cli.Tests.Doctor;

public sealed class When_a_machine_is_examined : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sme-doctor-");
    private readonly TcpListener taken = new(IPAddress.Loopback, 0);

    public When_a_machine_is_examined() => taken.Start();

    private int TakenPort => ((IPEndPoint)taken.LocalEndpoint).Port;

    [Fact]
    public async Task Then_a_folder_that_is_still_to_be_made_is_well_and_not_made()
    {
        var data = Path.Combine(folder.FullName, "not", "yet");
        var findings = await ExamineAsync(data, null, ServerOptions.FreePorts().Port);
        Assert.All(["data folder", "disk", "gRPC port", "runtime"], subject => Assert.Equal(Health.Ok, findings[subject].Health));
        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public async Task Then_a_taken_port_is_named_with_a_free_one()
    {
        var found = (await ExamineAsync(folder.FullName, null, TakenPort))["gRPC port"];
        Assert.Equal(Health.Failure, found.Health);
        Assert.Matches(@"--port, e\.g\. \d+", found.Fix);
    }

    [Fact]
    public async Task Then_a_store_that_does_not_answer_is_a_failure()
    {
        var nobody = ServerOptions.FreePorts().Port;
        Assert.Equal(Health.Failure, (await ExamineAsync(folder.FullName, $"Host=127.0.0.1;Port={nobody}", nobody))["store"].Health);
        Assert.Equal(Health.Ok, (await ExamineAsync(folder.FullName, $"Host=127.0.0.1;Port={TakenPort}", nobody))["store"].Health);
    }

    [Fact]
    public async Task Then_whatever_is_wrong_comes_with_a_fix() =>
        Assert.All(
            (await ExamineAsync("/proc/nowhere", "Host=127.0.0.1;Port=1", TakenPort)).Values.Where(found => found.Health != Health.Ok),
            found => Assert.NotEmpty(found.Fix));

    public void Dispose()
    {
        taken.Dispose();
        folder.Delete(recursive: true);
    }

    private static async Task<Dictionary<string, Diagnosis>> ExamineAsync(string data, string? store, int port)
    {
        var options = new ServerOptions(data, store, "127.0.0.1", port, ServerOptions.FreePorts().HttpPort, null);
        return (await new Surgery(options, TimeProvider.System).ExamineAsync(CancellationToken.None)).ToDictionary(found => found.Subject);
    }
}
