namespace SmeOrleans.Domain.Companies;

/// <summary>
/// 統一編號: 8 digits; the weighted digit sums add up to a multiple of 5 (until 2023: of 10), where a 7 in the seventh
/// place may count 0 or 1. Source: Ministry of Finance, Fiscal Information Agency, 營利事業統一編號檢查碼邏輯修正說明.
/// </summary>
public static class TaxId
{
    private static ReadOnlySpan<int> Weights => [1, 2, 1, 2, 1, 2, 4, 1];

    public static bool IsValid(string text)
    {
        if (text.Length != 8 || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var sum = 0;
        for (var place = 0; place < 8; place++)
        {
            var product = (text[place] - '0') * Weights[place];
            sum += product / 10 + product % 10;
        }

        return sum % 5 == 0 || (text[6] == '7' && (sum + 1) % 5 == 0);
    }
}
