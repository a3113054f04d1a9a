using System.Globalization;

namespace SmeOrleans.Domain.Calendar;

/// <summary>Writes down, in both languages, what the clock does: one line a step.</summary>
internal sealed class DerivationText
{
    private readonly ImmutableList<DeadlineStep>.Builder _steps = ImmutableList.CreateBuilder<DeadlineStep>();

    public DerivationText(DeadlineRule rule, DateTimeOffset startedAt)
    {
        var byHours = rule.Unit == DeadlineUnit.Hours;
        Add($"起算：{Zh(startedAt)}，{(byHours ? "即時起算" : "當日不計")}",
            $"Start: {En(startedAt)}; {(byHours ? "it runs from that moment" : "that day does not count")}");
        Add($"期間：{rule.Amount} {UnitZh(rule.Unit)}", $"Period: {rule.Amount} {UnitEn(rule)}");
    }

    /// <summary>Days that were left out in counting; days in a row are one line.</summary>
    public void Skipped(IReadOnlyList<ReasonedDay> days) =>
        ForEachRow(days, row => Add($"不計：{Span(row, Zh)}（{Reasons(row, day => day.Zh, "、")}）", $"Not counted: {Span(row, En)} ({Reasons(row, day => day.En, ", ")})"));

    public void MadeUp(IEnumerable<ReasonedDay> days)
    {
        foreach (var day in days)
        {
            Add($"計入：{Zh(day.Date)}（{day.Zh}）", $"Counted: {En(day.Date)} ({day.En})");
        }
    }

    public void Stood(IEnumerable<Pause> stops)
    {
        foreach (var stop in stops)
        {
            Add($"停計：{Zh(stop.From)} 至 {Zh(stop.To)}（{stop.Reason}）", $"Stood still: {En(stop.From)} to {En(stop.To)} ({stop.Reason})");
        }
    }

    public void Last(DateOnly last, IReadOnlyList<ReasonedDay> passed, DateOnly moved)
    {
        Add($"末日：{Zh(last)}", $"Last day: {En(last)}");
        if (passed.Count > 0)
        {
            Add($"順延：末日逢{Reasons(passed, day => day.Zh, "、")}，延至 {Zh(moved)}",
                $"Moved: the last day falls on {Reasons(passed, day => day.En, ", ")}; it moves to {En(moved)}");
        }
    }

    public void Unknown(IReadOnlyCollection<int> years)
    {
        if (years.Count > 0)
        {
            Add($"注意：無民國 {string.Join("、", years.Select(year => RocDate.YearOf(new(year, 1, 1))))} 年政府辦公日曆資料，僅以週六、週日為假日",
                $"Note: no government calendar of {string.Join(", ", years)} is at hand; only Saturdays and Sundays count as free");
        }
    }

    public ImmutableList<DeadlineStep> Ending(DateTimeOffset expiresAt)
    {
        var atMidnight = Taipei.At(expiresAt).TimeOfDay == TimeSpan.FromDays(1) - TimeSpan.FromTicks(1);
        var day = Taipei.DateAt(expiresAt);
        Add($"期限：{(atMidnight ? $"{Zh(day)} 24:00" : Zh(expiresAt))} 止（臺北時間）",
            $"Deadline: {(atMidnight ? $"{En(day)} 24:00" : En(expiresAt))}, Taipei time");
        return _steps.ToImmutable();
    }

    private static void ForEachRow(IReadOnlyList<ReasonedDay> days, Action<IReadOnlyList<ReasonedDay>> write)
    {
        for (var from = 0; from < days.Count;)
        {
            var to = from + 1;
            while (to < days.Count && days[to].Date == days[to - 1].Date.AddDays(1))
            {
                to++;
            }

            write([.. days.Skip(from).Take(to - from)]);
            from = to;
        }
    }

    private void Add(string zh, string en) => _steps.Add(new(zh, en));

    private static string Span(IReadOnlyList<ReasonedDay> row, Func<DateOnly, string> written) =>
        row.Count == 1 ? written(row[0].Date) : $"{written(row[0].Date)} – {written(row[^1].Date)}";

    private static string Reasons(IEnumerable<ReasonedDay> row, Func<ReasonedDay, string> written, string comma) =>
        string.Join(comma, row.Select(written).Distinct());

    private static string UnitZh(DeadlineUnit unit) => unit switch
    {
        DeadlineUnit.WorkingDays => "個工作日",
        DeadlineUnit.Hours => "小時",
        DeadlineUnit.Months => "個月",
        _ => "日",
    };

    private static string UnitEn(DeadlineRule rule) => rule.Unit switch
    {
        DeadlineUnit.WorkingDays => "working day",
        DeadlineUnit.Hours => "hour",
        DeadlineUnit.Months => "month",
        _ => "calendar day",
    } + (rule.Amount == 1 ? "" : "s");

    private static string Zh(DateOnly day) => RocDate.Format(day);

    private static string Zh(DateTimeOffset time) => $"{Zh(Taipei.DateAt(time))} {Clock(time)}";

    private static string En(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string En(DateTimeOffset time) => $"{En(Taipei.DateAt(time))} {Clock(time)}";

    private static string Clock(DateTimeOffset time) => Taipei.At(time).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
