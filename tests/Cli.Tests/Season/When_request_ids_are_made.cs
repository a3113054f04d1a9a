using SmeOrleans.Cli.Season;

namespace SmeOrleans.Cli.Tests.Season;

public sealed class When_request_ids_are_made
{
    // RFC 9562, appendix A.4.
    [Fact]
    public void Then_they_are_uuids_of_version_5() =>
        Assert.Equal(
            new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"),
            RequestIds.NameBased(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));

    [Fact]
    public void Then_the_same_step_has_the_same_id() =>
        Assert.Equal(RequestIds.For("rounds/107", "A-1", "submit"), RequestIds.For("rounds/107", "A-1", "submit"));

    [Fact]
    public void Then_round_subject_and_step_each_make_a_difference()
    {
        string[] ids =
        [
            RequestIds.For("rounds/107", "A-1", "submit"), RequestIds.For("rounds/108", "A-1", "submit"),
            RequestIds.For("rounds/107", "A-2", "submit"), RequestIds.For("rounds/107", "A-1", "create"),
        ];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }
}
