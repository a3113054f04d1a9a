using System.Security.Cryptography;
using System.Text;
using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests;

/// <summary>M-6: the random sample is drawn once, and anyone can draw it again from the answer alone.</summary>
[Collection(ServedCollection.Name)]
public sealed class Draws(Service service)
{
    private readonly LifeDesk _desk = new(service);

    [Fact]
    public async Task Then_the_draw_is_found_again_from_its_seed_and_list_and_is_never_repeated()
    {
        var round = (await _desk.RoundAsync()).Name;
        var cases = await _desk.QualifiedAsync(round, 3);
        await Refused.Because(Reasons.SampleEmpty, Draw(round, "0612345"));
        await _desk.PublishAsync(round);
        foreach (var name in cases.Take(2))
        {
            await _desk.ContractedAsync(name);
            await _desk.OfficePayments.PayInstalmentAsync(new() { Name = name, Number = 1, RequestId = Programme.NewId() });
        }

        var draw = await Draw(round, "0612345");

        Assert.Equal(cases.Take(2).Order(StringComparer.Ordinal), draw.Population);
        Assert.Equal(Digest(string.Concat(draw.Population.Select(one => one + "\n"))), draw.PopulationSha256);
        Assert.Equal(1, draw.SampleSize);
        Assert.Equal(draw.Population.OrderBy(one => Digest($"{draw.Seed}\n{one}"), StringComparer.Ordinal).Take(draw.SampleSize), draw.Drawn);
        await Refused.Because(Reasons.SampleDrawn, Draw(round, "another"));
        Assert.Equal(draw, await _desk.OfficeMonitoring.GetVisitDrawAsync(new() { Name = draw.Name }));
        await _desk.OfficeMonitoring.SelectForVisitAsync(new() { Name = draw.Drawn[0], Reason = "first_time", RequestId = Programme.NewId() });
    }

    private AsyncUnaryCall<V1.VisitDraw> Draw(string round, string seed) =>
        _desk.OfficeMonitoring.DrawVisitsAsync(new() { Round = round, DrawId = "first", Seed = seed, RequestId = Programme.NewId() });

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
