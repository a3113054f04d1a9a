namespace SmeOrleans.Domain.Tests.Companies;

/// <summary>統一編號.</summary>
public sealed class TaxIds
{
    [Theory]
    [InlineData("04595257")]
    [InlineData("22099131")]
    [InlineData("00501503")]
    [InlineData("00501508")]
    public void When_the_sum_is_right_Then_it_is_valid(string text) => Assert.True(TaxId.IsValid(text));

    [Theory]
    [InlineData("04595253")]
    [InlineData("22099132")]
    [InlineData("10458573")]
    [InlineData("10458563")]
    [InlineData("00501502")]
    public void When_the_sum_is_wrong_Then_it_is_not(string text) => Assert.False(TaxId.IsValid(text));

    [Theory]
    [InlineData("")]
    [InlineData("0459525")]
    [InlineData("045952570")]
    [InlineData("0459525A")]
    [InlineData("０４５９５２５７")]
    [InlineData(" 4595257")]
    public void When_it_is_not_eight_ASCII_digits_Then_it_is_not(string text) => Assert.False(TaxId.IsValid(text));

    [Theory]
    [InlineData("companies.csv", 655)]
    [InlineData("units.csv", 138)]
    public void Then_all_of_the_season_are_valid(string file, int count)
    {
        var ids = Season(file);
        Assert.Equal(count, ids.Length);
        Assert.All(ids, id => Assert.True(TaxId.IsValid(id), id));
    }

    // 7 × 4 = 28 → 10 in the seventh place counts 0 or, its digits added up again, 1: two check digits of each five are right.
    [Theory]
    [InlineData("1045857", "45 90")]
    [InlineData("1045856", "4 9")]
    public void When_the_seventh_digit_is_7_Then_two_sums_are_right(string seven, string last) => Assert.Equal(
        last.Replace(" ", "").Order(), "0123456789".Where(digit => TaxId.IsValid(seven + digit)));

    // Modulo 5 lets a digit of weight 1 or 4 change by 5 unseen; everything else is noticed.
    [Fact]
    public void When_one_digit_is_mistyped_Then_most_are_noticed()
    {
        var mistyped = Season("companies.csv").SelectMany(Mistyped).ToList();
        Assert.InRange(mistyped.Count(TaxId.IsValid) / (double)mistyped.Count, 0, 0.15);
    }

    private static IEnumerable<string> Mistyped(string id) =>
        from place in Enumerable.Range(0, id.Length)
        from digit in "0123456789"
        where digit != id[place]
        select string.Concat(id.AsSpan(0, place), [digit], id.AsSpan(place + 1));

    private static string[] Season(string file)
    {
        var lines = File.ReadAllLines(Repository.File("data", "season-107", file));
        var column = Array.IndexOf(lines[0].Split(','), "tax_id");
        return [.. lines.Skip(1).Select(line => line.Split(',')[column])];
    }
}
