using SmeOrleans.GrpcFrontend.Calls;
using SmeOrleans.GrpcFrontend.Cases;
using SmeOrleans.GrpcFrontend.Shapes;

namespace SmeOrleans.Grpc.Tests;

/// <summary>Names, ids and etags.</summary>
public sealed class Naming
{
    private static readonly Guid Request = Guid.Parse("123e4567-e89b-42d3-a456-426614174000");

    [Theory]
    [InlineData("rounds/107-regular", true)]
    [InlineData("rounds/", false)]
    [InlineData("rounds/107\n", false)]
    [InlineData("rounds/107/cases/x", false)]
    [InlineData("rounds/１０７", false)]
    [InlineData("rounds/../units", false)]
    [InlineData("Rounds/107", false)]
    public void Then_a_round_is_named_exactly(string name, bool holds) => Assert.Equal(holds, ResourceNames.IsRound(name));

    [Fact]
    public void Then_a_case_id_follows_from_unit_round_and_request()
    {
        var name = CaseIds.NameOf("rounds/107", "units/U001", Request);
        Assert.Equal(name, CaseIds.NameOf("rounds/107", "units/U001", Request));
        Assert.Matches("^rounds/107/cases/[a-z2-7]{16}$", name);
        Assert.NotEqual(name, CaseIds.NameOf("rounds/107", "units/U002", Request));
        Assert.NotEqual(name["rounds/107".Length..], CaseIds.NameOf("rounds/108", "units/U001", Request)["rounds/108".Length..]);
        Assert.True(ResourceNames.IsCase(name));
    }

    [Fact]
    public void Then_each_step_of_a_row_has_its_own_request_id()
    {
        var save = CaseIds.RequestOf("rounds/107", "units/U001", "A-1", "save");
        Assert.Equal(save, CaseIds.RequestOf("rounds/107", "units/U001", "A-1", "save"));
        Assert.NotEqual(save, CaseIds.RequestOf("rounds/107", "units/U001", "A-1", "submit"));
        Assert.Equal(8, save.Version);
    }

    [Theory]
    [InlineData("\"12\"", true, 12)]
    [InlineData("12", true, 12)]
    [InlineData("", false, 0)]
    [InlineData("\"", false, 0)]
    [InlineData("-1", false, 0)]
    [InlineData("012", false, 0)]
    [InlineData(" 12", false, 0)]
    public void Then_an_etag_is_a_version(string text, bool holds, long version)
    {
        Assert.Equal(holds, Etag.TryParse(text, out var read));
        Assert.Equal(version, holds ? read : 0);
    }
}
