using FsCheck;
using FsCheck.Xunit;

namespace SmeOrleans.Domain.Tests.Funding;

/// <summary>No rounding creates a dollar.</summary>
public sealed class Dollars
{
    [Property(MaxTest = 1000)]
    public void Then_parts_pro_rata_never_exceed_the_whole_and_lose_less_than_a_dollar_each(NonNegativeInt amount, NonEmptyArray<PositiveInt> weights)
    {
        var whole = new Ntd(amount.Get * 1_000_003L);
        var all = weights.Get.Sum(weight => (long)weight.Get);
        var parts = weights.Get.Sum(weight => whole.ProRata(weight.Get, all).Amount);
        Assert.InRange(parts, whole.Amount - weights.Get.Length + 1, whole.Amount);
    }

    [Property(MaxTest = 1000)]
    public void Then_more_companies_never_get_more_than_their_share(PositiveInt companies, NonNegativeInt cap) =>
        Assert.True((Int128)new Ntd(cap.Get).ProRata(companies.Get, 6).Amount * 6 <= (Int128)cap.Get * companies.Get);

    [Property(MaxTest = 1000)]
    public void Then_a_share_is_judged_exactly(NonNegativeInt total, NonNegativeInt part)
    {
        var percent = part.Get % 101;
        var most = new Ntd((long)total.Get * percent / 100);
        Assert.True(most.IsWithinShare(percent, new(total.Get)));
        Assert.False(new Ntd(most.Amount + 1).IsWithinShare(percent, new(total.Get)));
    }

    [Fact]
    public void When_an_amount_leaves_its_type_Then_it_throws_and_does_not_wrap()
    {
        Assert.Throws<OverflowException>(() => new Ntd(long.MaxValue) + new Ntd(1));
        Assert.Throws<OverflowException>(() => new Ntd(long.MinValue) - new Ntd(1));
        Assert.Throws<OverflowException>(() => new Ntd(long.MaxValue).ProRata(2, 1));
    }
}
