namespace SmeOrleans.GrpcFrontend.Review;

/// <summary>The items whose scores a caller may see all of.</summary>
/// <param name="Complete">Nothing that is scored was left out: where the money ends can be told.</param>
internal sealed record SeenScores(ImmutableList<AgendaItem> Items, bool Complete)
{
    public static SeenScores Of(Caller caller, IEnumerable<Session> sessions)
    {
        var scored = sessions.SelectMany(session => session.Agenda.Values.Select(item => (Session: session, Item: item)))
            .Where(pair => !pair.Item.Sheets.IsEmpty).ToList();
        var seen = scored.Where(pair => AccessRules.MayReadScores(caller, pair.Session) && !AccessRules.IsRecused(caller, pair.Item)).ToList();
        return new([.. seen.Select(pair => pair.Item)], seen.Count == scored.Count);
    }
}
