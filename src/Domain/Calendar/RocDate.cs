using System.Globalization;

namespace SmeOrleans.Domain.Calendar;

/// <summary>Dates of the Republic of China calendar (民國): year 1 is 1912. For display and for reading forms only.</summary>
public static class RocDate
{
    private const int Epoch = 1911;

    /// <summary>ROC year of a civil date, e.g. 107 for 2018.</summary>
    public static int YearOf(DateOnly date) => date.Year - Epoch;

    /// <summary>E.g. <c>107年4月2日</c>.</summary>
    public static string Format(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{YearOf(date)}年{date.Month}月{date.Day}日");

    /// <summary>Reads <c>107/04/02</c>, <c>107-4-2</c>, <c>107.4.2</c> or <c>107年4月2日</c>.</summary>
    public static bool TryParse(string text, out DateOnly date)
    {
        date = default;
        var parts = text.Trim().TrimEnd('日').Split(['/', '-', '.', '年', '月']);
        return parts.Length == 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && year is > 0 and < 8000 && month is >= 1 and <= 12
            && day >= 1 && day <= DateTime.DaysInMonth(year + Epoch, month)
            && (date = new(year + Epoch, month, day)) != default;
    }
}
