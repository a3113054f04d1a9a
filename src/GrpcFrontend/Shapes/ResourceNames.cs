using System.Text.RegularExpressions;

namespace SmeOrleans.GrpcFrontend.Shapes;

/// <summary>Resource names and ids, ASCII and exactly as documented (AIP-122).</summary>
internal static partial class ResourceNames
{
    public static bool IsRoundId(string text) => RoundId().IsMatch(text);

    /// <summary>An id of a unit or of a common project.</summary>
    public static bool IsPlainId(string text) => PlainId().IsMatch(text);

    public static bool IsRound(string name) => Round().IsMatch(name);

    public static bool IsUnit(string name) => Unit().IsMatch(name);

    public static bool IsCompany(string name) => Company().IsMatch(name);

    public static bool IsCase(string name) => Case().IsMatch(name);

    public static bool IsCommonProject(string name) => CommonProject().IsMatch(name);

    public static bool IsReviewer(string name) => Reviewer().IsMatch(name);

    public static bool IsPanel(string name) => Panel().IsMatch(name);

    public static bool IsSession(string name) => Session().IsMatch(name);

    public static bool IsJointMeeting(string name) => name.EndsWith("/jointMeeting", StringComparison.Ordinal) && IsRound(name[..^"/jointMeeting".Length]);

    public static bool IsVisitDraw(string name) => VisitDraw().IsMatch(name);

    /// <summary>A SHA-256 in lower-case hex.</summary>
    public static bool IsDigest(string text) => Digest().IsMatch(text);

    /// <summary><c>rounds/{round}</c> of a case or common project.</summary>
    public static string RoundOf(string name) => string.Join('/', name.Split('/').Take(2));

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Digest();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,31}\z")]
    private static partial Regex RoundId();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9-]{0,31}\z")]
    private static partial Regex PlainId();

    [GeneratedRegex(@"\Arounds/[a-z0-9][a-z0-9-]{0,31}\z")]
    private static partial Regex Round();

    [GeneratedRegex(@"\Aunits/[A-Za-z0-9][A-Za-z0-9-]{0,31}\z")]
    private static partial Regex Unit();

    [GeneratedRegex(@"\Acompanies/[0-9]{8}\z")]
    private static partial Regex Company();

    [GeneratedRegex(@"\Arounds/[a-z0-9][a-z0-9-]{0,31}/cases/[a-z0-9][a-z0-9-]{0,31}\z")]
    private static partial Regex Case();

    [GeneratedRegex(@"\Arounds/[a-z0-9][a-z0-9-]{0,31}/commonProjects/[A-Za-z0-9][A-Za-z0-9-]{0,31}\z")]
    private static partial Regex CommonProject();

    [GeneratedRegex(@"\Areviewers/[A-Za-z0-9][A-Za-z0-9-]{0,31}\z")]
    private static partial Regex Reviewer();

    [GeneratedRegex(@"\Arounds/[a-z0-9][a-z0-9-]{0,31}/panels/[a-z0-9_]{1,32}\z")]
    private static partial Regex Panel();

    [GeneratedRegex(@"\Arounds/[a-z0-9][a-z0-9-]{0,31}/sessions/[A-Za-z0-9][A-Za-z0-9-]{0,31}\z")]
    private static partial Regex Session();

    [GeneratedRegex(@"\Arounds/[a-z0-9][a-z0-9-]{0,31}/visitDraws/[a-z0-9][a-z0-9-]{0,31}\z")]
    private static partial Regex VisitDraw();
}
