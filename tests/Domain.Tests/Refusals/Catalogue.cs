using System.Text.RegularExpressions;
using SmeOrleans.V1;

namespace SmeOrleans.Domain.Tests.Refusals;

public sealed partial class Catalogue
{
    private const string Prefix = "ERROR_REASON_";

    public static TheoryData<string> Codes() => [.. Reasons.All.Select(reason => reason.Code)];

    public static TheoryData<string> CodesOfTheDomain() => [.. Reasons.All.Select(reason => reason.Code).Where(code => Givers.In("Domain", code).Any())];

    public static TheoryData<string> CodesOfOthers() => [.. Provoked.GivenElsewhere.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Then_all_six_texts_are_there(string code)
    {
        var reason = Reasons.Of(code);
        Assert.All([reason.Code, reason.Rule, reason.Zh, reason.En, reason.RemedyZh, reason.RemedyEn], text => Assert.NotEqual("", text.Trim()));
        Assert.Matches("[\u4e00-\u9fff]", reason.Zh);
        Assert.Matches("[\u4e00-\u9fff]", reason.RemedyZh);
        Assert.DoesNotMatch("[\u4e00-\u9fff]", reason.En + reason.RemedyEn);
        Assert.Matches("^[a-z_]+(\\.[a-z_]+)?$", reason.Code);
        Assert.Equal(Placeholders(reason.En), Placeholders(reason.Zh));
    }

    [Fact]
    public void Then_every_field_is_listed_once() => Assert.Equal(
        typeof(Reasons).GetFields().Count(field => field.FieldType == typeof(Reason)),
        Reasons.All.Select(reason => reason.Code).Distinct().Count());

    [Fact]
    public void Then_wire_names_are_unique() =>
        Assert.Equal(Reasons.All.Count(), Reasons.All.Select(reason => reason.WireName).Distinct().Count());

    [Fact]
    public void Then_wire_names_are_those_of_the_contract() => Assert.Equal(
        ErrorsReflection.Descriptor.EnumTypes.Single(type => type.Name == nameof(ErrorReason)).Values
            .Where(value => value.Number != 0).Select(value => value.Name).Order(StringComparer.Ordinal),
        Reasons.All.Select(reason => Prefix + reason.WireName).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(CodesOfTheDomain))]
    public void Then_it_is_really_given_and_the_facts_fill_all_placeholders(string code)
    {
        var refusal = Refusal.Of(Provoked.By(code), Reasons.Of(code));
        Assert.Subset(refusal.Facts.Keys.ToHashSet(), Placeholders(refusal.Reason).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(CodesOfOthers))]
    public void When_it_is_not_the_domains_to_give_Then_the_place_named_gives_it(string code) =>
        Assert.Contains(Provoked.GivenElsewhere[code], Givers.In("", code));

    // What the contract names and nobody gives is a promise that is not kept, or a leftover.
    [Fact]
    public void Then_every_reason_is_given_somewhere_but_those_named() =>
        Assert.All(Reasons.All.Where(reason => !Givers.In("", reason.Code).Any()), reason => Assert.Contains(reason.Code, Provoked.GivenByNobody));

    private static IEnumerable<string> Placeholders(Reason reason) =>
        Placeholders(reason.Zh).Union(Placeholders(reason.RemedyZh)).Union(Placeholders(reason.RemedyEn));

    private static IEnumerable<string> Placeholders(string text) =>
        Braces().Matches(text).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);

    [GeneratedRegex("\\{(\\w+)\\}")]
    private static partial Regex Braces();
}
