namespace SmeOrleans.Cli.Season;

/// <summary>How far a replay goes.</summary>
internal enum SeasonEnd
{
    Screening,
    Review,
    Approval,
    Closing,
}
