using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Tests.Storage;

/// <summary>A store is laid out once, and only the version that fits opens it.</summary>
public sealed class SchemaVersion
{
    public static TheoryData<string> Kinds => TestStore.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_store_of_another_version_is_refused_with_what_to_do(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        foreach (var (version, advice) in (IEnumerable<(int, string)>)[(99, "Start a service at least as new"), (0, "Start the service version that wrote")])
        {
            await store.ExecuteAsync("update schema_version set version = @version", new { version });
            var refusal = Assert.Throws<SchemaMismatchException>(() => store.Open());
            Assert.StartsWith($"The store has schema version {version}; this version of the service needs 1. {advice}", refusal.Message);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Several_silos_may_lay_it_out_at_once(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await store.ExecuteAsync("drop table schema_version");
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Database.Open(store.Connection))));
        Array.ForEach(opened, database => ((IDisposable)database).Dispose());
        Assert.Equal(1, await store.ScalarAsync<long>("select count(*) from schema_version"));
    }

    [Theory]
    [InlineData("Mode=ReadWrite")]
    [InlineData("Data Source=:memory:")]
    public void A_string_that_names_no_store_is_refused(string store) => Assert.Throws<ArgumentException>(() => Database.Open(store));
}
