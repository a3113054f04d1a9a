using System.Globalization;
using SmeOrleans.GrpcFrontend.ReadModels;

namespace SmeOrleans.Silo.Reports;

/// <summary>One printed line of figures: a measure over the cases that meet a filter.</summary>
/// <param name="Key">Its row or column key, or the end of it.</param>
/// <param name="Filter">In the filter language; empty = all cases of the table.</param>
/// <param name="ShareDecimals">Not null = per cent of the total with so many decimals.</param>
/// <param name="WithinDecimals">Not null = per cent of the same measure without the filter, in the same row or column.</param>
/// <param name="Per">Not null = the measure divided by this one.</param>
/// <param name="Unit">What it is counted in, e.g. 10,000 for NT$ 10,000.</param>
/// <param name="Decimals">Of a quotient.</param>
/// <param name="WholeOnly">What is left of a quotient is dropped instead of rounded: the report prints averages in whole NT$ so.</param>
internal sealed record Figure(
    string Key, CaseMeasure Measure, string Filter = "", int? ShareDecimals = null, int? WithinDecimals = null, CaseMeasure? Per = null,
    int Unit = 1, int Decimals = 0, bool WholeOnly = false)
{
    private const string WholeShare = "100";

    /// <summary>Rounded half away from zero, once and exactly: no rounded cell enters another.</summary>
    public static string Rounded(decimal exact, int decimals) =>
        decimal.Round(exact, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals, CultureInfo.InvariantCulture);

    public static string Share(long part, long whole, int decimals) => Rounded(part * 100m / whole, decimals);

    /// <summary>The figure as printed; what is divided by nothing is not printed.</summary>
    /// <param name="own">Its measure under its filter.</param>
    /// <param name="other">What it is divided by, if it is: its <see cref="Per"/>, or its measure without the filter.</param>
    public string? Text(Crossing own, Crossing? other, string row, string column)
    {
        if (ShareDecimals is { } decimals)
        {
            var whole = own[Crossing.Total, Crossing.Total];
            return whole == 0 ? null : row == Crossing.Total && column == Crossing.Total ? WholeShare : Share(own[row, column], whole, decimals);
        }

        return other switch
        {
            null when Unit == 1 => own.Text(row, column),
            null => Rounded((decimal)own[row, column] / Unit, Decimals),
            _ when other[row, column] == 0 => null,
            _ when WithinDecimals is { } within => Share(own[row, column], other[row, column], within),
            _ when WholeOnly => Rounded(own[row, column] / other[row, column] / Unit, 0),
            _ => Rounded((decimal)own[row, column] / other[row, column] / Unit, Decimals),
        };
    }
}
