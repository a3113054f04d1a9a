using SmeOrleans.Grpc.Tests.Served;
using SmeOrleans.GrpcFrontend;

namespace SmeOrleans.Grpc.Tests;

/// <summary>Whoever is turned away because too much is under way finds that on record afterwards (ambition: proof of attempt).</summary>
[Collection(ServedCollection.Name)]
public sealed class Overloads(Service service)
{
    [Fact]
    public async Task When_all_places_are_taken_Then_the_refusal_comes_at_once_and_is_written_down()
    {
        var documents = new V1.DocumentService.DocumentServiceClient(service.As(Role.Unit, Programme.Own));
        var places = new FrontendOptions { DataDirectory = "" }.MaxConcurrentUploads;
        var held = Enumerable.Range(0, places).Select(_ => documents.UploadDocument()).ToList();
        try
        {
            var refused = await RefusedUploadAsync(documents);
            Assert.Equal(Reasons.Overload.WireName, Refused.ReasonOf(refused));
        }
        finally
        {
            held.ForEach(call => call.Dispose());
        }

        Assert.Contains(await AttemptsAsync(), attempt => attempt.Reason == Reasons.Overload.WireName && attempt.Subject.EndsWith($"@{Programme.Own}", StringComparison.Ordinal));
    }

    // The held uploads reach the service one by one; until the last is there one more still finds a place.
    private static async Task<RpcException> RefusedUploadAsync(V1.DocumentService.DocumentServiceClient documents)
    {
        var deadline = Environment.TickCount64 + 20_000;
        RpcException refused;
        do
        {
            using var call = documents.UploadDocument();
            try
            {
                await call.RequestStream.CompleteAsync();
            }
            catch (Exception early) when (early is RpcException or InvalidOperationException)
            {
                // The service has answered before the end of the stream.
            }

            refused = await Assert.ThrowsAsync<RpcException>(async () => await call);
        }
        while (refused.StatusCode != StatusCode.ResourceExhausted && Environment.TickCount64 < deadline);
        return refused;
    }

    private async Task<IReadOnlyList<V1.Attempt>> AttemptsAsync()
    {
        var auditor = new V1.OperationsService.OperationsServiceClient(service.As(Role.Auditor));
        var deadline = Environment.TickCount64 + 20_000;
        while (true)
        {
            var found = await auditor.ListAttemptsAsync(new() { Filter = "method = \"/sme.v1.DocumentService/UploadDocument\"", PageSize = 200 });
            if (found.Attempts.Any(attempt => attempt.Reason == Reasons.Overload.WireName) || Environment.TickCount64 > deadline)
            {
                return found.Attempts;
            }
        }
    }
}
