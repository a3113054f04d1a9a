using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests;

/// <summary>Deadlines coming up, as the office lists them (programme.md §4).</summary>
[Collection(ServedCollection.Name)]
public sealed class DeadlinesAhead(Service service)
{
    private readonly LifeDesk _desk = new(service);

    [Fact]
    public async Task Then_cases_are_listed_by_the_nearest_and_those_without_one_come_last()
    {
        var round = (await _desk.RoundAsync()).Name;
        var cases = await _desk.QualifiedAsync(round, 3);
        await _desk.PublishAsync(round);
        await _desk.ContractedAsync(cases[1]);
        await _desk.UnitContracts.RevisePlanAsync(new() { Name = cases[0], RequestId = Programme.NewId() });
        var executed = (await _desk.CaseAsync(cases[1])).Deadlines[0].ExpireTime.ToDateTime();

        Assert.Equal([cases[2], cases[1], cases[0]], await ListAsync("", "next_deadline_time"));
        Assert.Equal([cases[0], cases[1], cases[2]], await ListAsync("", "next_deadline_time desc"));
        Assert.Equal([cases[2]], await ListAsync($"next_deadline_time < \"{executed:yyyy-MM-dd'T'HH:mm:ss'Z'}\"", "next_deadline_time"));

        async Task<List<string>> ListAsync(string filter, string order) =>
            [.. (await _desk.OfficeCases.ListCasesAsync(new() { Parent = round, Filter = filter, OrderBy = order })).Cases.Select(one => one.Name)];
    }
}
