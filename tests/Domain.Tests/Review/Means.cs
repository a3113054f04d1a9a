using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SmeOrleans.Domain.Tests.Histories;

namespace SmeOrleans.Domain.Tests.Review;

/// <summary>T-5, J-1: means are compared as exact fractions, in one order for everybody.</summary>
[Properties(Arbitrary = [typeof(Means)])]
public sealed class Means
{
    /// <summary>Small numbers meet often; large ones would overflow 64 bits when multiplied.</summary>
    public static Arbitrary<MeanScore> Scores() => (
        from sheets in Gen.Choose(0, 7)
        from large in Gen.Elements(1L, 1L, 10_000L, 1_000_000_007L)
        from sum in Gen.Choose(0, 60)
        from credit in Gen.Elements(0, 0, 1, 50, 100)
        select sheets == 0 ? MeanScore.None : new MeanScore(sum * large, sheets, credit)).ToArbitrary();

    [Histories(2_000)]
    public void Then_the_order_is_that_of_the_fractions(MeanScore x, MeanScore y) => Assert.Equal(Exact(x, y), Math.Sign(x.CompareTo(y)));

    [Histories(2_000)]
    public void Then_it_is_a_total_order(MeanScore x, MeanScore y, MeanScore z)
    {
        Assert.Equal(0, x.CompareTo(x));
        Assert.Equal(Math.Sign(x.CompareTo(y)), -Math.Sign(y.CompareTo(x)));
        Assert.False(x.CompareTo(y) <= 0 && y.CompareTo(z) <= 0 && x.CompareTo(z) > 0);
    }

    [Histories(1_000)]
    public void Then_a_threshold_is_reached_exactly(MeanScore x, NonNegativeInt points)
    {
        // Just at the mean, one below and one above, where a threshold is decided.
        var threshold = x.Sheets == 0 ? 0 : (int)(Numerator(x) / (100 * x.Sheets) % 1_000_000) + points.Get % 3 - 1;
        Assert.Equal(x.Sheets > 0 && Numerator(x) >= (BigInteger)threshold * 100 * x.Sheets, x.Reaches(threshold));
    }

    [Histories(1_000)]
    public void Then_the_order_of_the_sheets_does_not_matter(CaseStep[] steps, int turn)
    {
        var sheets = steps.Take(7).Select((step, place) => KeyValuePair.Create($"r{(place + turn) & 7}", Sheet(step))).ToList();
        var item = AgendaItem.Of(1, SessionWorld.Items[2], AgendaItem.Of(1, SessionWorld.Items[0], ImmutableSortedDictionary.Create<string, Tie>(StringComparer.Ordinal)).Recused);
        var (forwards, backwards) = (With(item, sheets), With(item, Enumerable.Reverse(sheets)));
        Assert.Equal(Scoring.MeanOf(forwards, SessionWorld.Round.Rules.Review), Scoring.MeanOf(backwards, SessionWorld.Round.Rules.Review));
        var renamed = sheets.Select((sheet, place) => KeyValuePair.Create($"x{9 - place}", sheet.Value));
        Assert.Equal(Scoring.MeanOf(forwards, SessionWorld.Round.Rules.Review), Scoring.MeanOf(With(item, renamed), SessionWorld.Round.Rules.Review));
    }

    public static Arbitrary<CaseStep> Steps() => CaseStep.Arbitrary();

    [Theory]
    [InlineData(0, 0, 0, "")]
    [InlineData(28_810, 3, 0, "96.0333")]
    [InlineData(28_810, 3, 50, "96.5333")]
    [InlineData(25_501, 3, 0, "85.0033")]
    [InlineData(24_000, 3, 0, "80.0000")]
    public void Then_it_is_written_with_four_decimals(long sum, int sheets, int credit, string text) => Assert.Equal(text, new MeanScore(sum, sheets, credit).ToString());

    private static AgendaItem With(AgendaItem item, IEnumerable<KeyValuePair<string, ScoreSheet>> sheets) =>
        sheets.Aggregate(item, (state, sheet) => state with { Sheets = state.Sheets.SetItem(sheet.Key, sheet.Value) });

    private static ScoreSheet Sheet(CaseStep step) => new(
        Example.Rules.Review.Criteria.Select((criterion, place) => (criterion, place))
            .ToImmutableSortedDictionary(pair => pair.criterion.Code, pair => (step.Detail >> pair.place) % 101, StringComparer.Ordinal),
        Grade.Unspecified, "", default);

    private static int Exact(MeanScore x, MeanScore y) => x.Sheets == 0 || y.Sheets == 0
        ? Math.Sign(x.Sheets.CompareTo(y.Sheets))
        : (Numerator(x) * y.Sheets).CompareTo(Numerator(y) * x.Sheets) is var sign ? Math.Sign(sign) : 0;

    private static BigInteger Numerator(MeanScore x) => x.WeightedSum + (BigInteger)x.CreditHundredths * x.Sheets;
}
