namespace SmeOrleans.Domain.Tests.Calendar;

public sealed class Dates
{
    [Theory]
    [InlineData("107/04/02", 2018, 4, 2)]
    [InlineData("107-4-2", 2018, 4, 2)]
    [InlineData(" 107.4.2 ", 2018, 4, 2)]
    [InlineData("107年4月2日", 2018, 4, 2)]
    [InlineData("105/02/29", 2016, 2, 29)]
    [InlineData("89年2月29日", 2000, 2, 29)]
    [InlineData("1/1/1", 1912, 1, 1)]
    public void When_a_ROC_date_is_right_Then_it_is_read(string text, int year, int month, int day)
    {
        Assert.True(RocDate.TryParse(text, out var date));
        Assert.Equal(new(year, month, day), date);
    }

    [Theory]
    [InlineData("")]
    [InlineData("107")]
    [InlineData("107/04")]
    [InlineData("107/04/02/01")]
    [InlineData("107/02/29")]
    [InlineData("107/04/31")]
    [InlineData("107/13/01")]
    [InlineData("107/00/01")]
    [InlineData("107/01/00")]
    [InlineData("0/01/01")]
    [InlineData("-1/01/01")]
    [InlineData("8000/01/01")]
    [InlineData("99999999999/01/01")]
    [InlineData("一〇七/四/二")]
    [InlineData("107/ 4/2")]
    [InlineData("民國107年4月2日")]
    public void When_a_ROC_date_is_wrong_Then_it_is_not_read(string text) => Assert.False(RocDate.TryParse(text, out _));

    [Fact]
    public void Then_every_day_of_two_centuries_is_read_as_it_is_written()
    {
        for (var date = new DateOnly(1912, 1, 1); date.Year < 2112; date = date.AddDays(1))
        {
            Assert.True(RocDate.TryParse(RocDate.Format(date), out var read));
            Assert.Equal(date, read);
        }
    }

    [Fact]
    public void When_it_is_evening_in_Greenwich_Then_it_is_tomorrow_in_Taipei()
    {
        var turn = new DateTimeOffset(2018, 4, 1, 16, 0, 0, TimeSpan.Zero);
        Assert.Equal(new(2018, 4, 1), Taipei.DateAt(turn - Example.Tick));
        Assert.Equal(new(2018, 4, 2), Taipei.DateAt(turn));
        Assert.Equal(turn, Taipei.EndOf(new(2018, 4, 1)));
    }
}
