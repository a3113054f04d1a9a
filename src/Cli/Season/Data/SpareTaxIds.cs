namespace SmeOrleans.Cli.Season.Data;

/// <summary>
/// Tax ids for units of which the data tells none: valid (modulo 10), of the range in which the data keeps clear of real
/// firms, and borne by nobody in it.
/// </summary>
internal static class SpareTaxIds
{
    private const int First = 1_900_000;
    private const int Last = 1_999_999;

    // Weights of the eight digits.
    private static readonly int[] Weights = [1, 2, 1, 2, 1, 2, 4, 1];

    public static IEnumerable<string> Beside(IEnumerable<string> taken)
    {
        var borne = taken.ToHashSet();
        return Enumerable.Range(First, Last - First + 1)
            .Select(number => number.ToString("D8", CultureInfo.InvariantCulture))
            .Where(id => IsValid(id) && !borne.Contains(id));
    }

    private static bool IsValid(string id) =>
        id.Select((digit, place) => (digit - '0') * Weights[place]).Sum(product => (product / 10) + (product % 10)) % 10 == 0;
}
