namespace SmeOrleans.Domain.Review;

/// <summary>One of the weighted criteria (T-2).</summary>
/// <param name="WeightPercent">The weights of a round add up to 100.</param>
[GenerateSerializer, Immutable, Alias("sme.Criterion")]
public sealed record Criterion(string Code, string DisplayName, int WeightPercent);

/// <summary>Technical review as data of a round (T-1 … T-7).</summary>
/// <param name="Panels">False: no technical review; qualified cases go to the joint meeting as they are (disaster rounds).</param>
/// <param name="StrongMin">Least mean for 極力推薦, points 0 to 100; likewise the two below (T-5).</param>
/// <param name="MembersMin">Members of a panel, chair included.</param>
/// <param name="SheetsMin">Least score sheets of an item before its session can close.</param>
/// <param name="FivePlusTwoHundredths">Extra credit, hundredths of a point (T-7); likewise the design award pledge.</param>
/// <param name="FemaleFirstOnTies">A female head or principal investigator comes first among equals (T-7).</param>
[GenerateSerializer, Immutable, Alias("sme.ReviewRules")]
public sealed record ReviewRules(
    bool Panels,
    ImmutableList<Criterion> Criteria,
    int StrongMin,
    int PriorityMin,
    int ListedMin,
    int MembersMin,
    int MembersMax,
    int SheetsMin,
    int FivePlusTwoHundredths,
    int DesignAwardHundredths,
    bool FemaleFirstOnTies)
{
    /// <summary>The grade of a mean (T-5).</summary>
    public Grade GradeOf(MeanScore mean) => mean switch
    {
        { Sheets: 0 } => Grade.Unspecified,
        _ when mean.Reaches(StrongMin) => Grade.Strong,
        _ when mean.Reaches(PriorityMin) => Grade.Priority,
        _ when mean.Reaches(ListedMin) => Grade.Listed,
        _ => Grade.Not,
    };
}
