using System.Text.Json;

namespace SmeOrleans.Cli.Season.Data;

/// <summary>The rules of the regular round, read from <c>programme.json</c>.</summary>
internal static class ProgrammeRules
{
    /// <summary>Prefix of the indicators that raise output value; the others cut cost.</summary>
    private const string ValuePrefix = "inc_";

    private const string CommonLine = "common";

    public static RoundRules Of(JsonElement json, IEnumerable<DocumentKind> documents)
    {
        var (quotas, caps) = (json.GetProperty("quotas"), json.GetProperty("caps"));
        return new()
        {
            Sme = SmeRuleText.Limits(json.GetProperty("sme_rule").Text("manufacturing"), json.GetProperty("sme_rule").Text("services")),
            General = CapOf(caps.GetProperty("general")),
            TradeLiberalisation = CapOf(caps.GetProperty("general_trade_liberalisation")),
            Common = CommonCapOf(caps.GetProperty("common")),
            Supplement = new()
            {
                Days = json.GetProperty("supplement_days").GetInt32(),
                // The data counts whole days from the minute of the request.
                End = SupplementRule.Types.End.Exact,
            },
            Quotas = new()
            {
                PerRound = quotas.GetProperty("per_round").GetInt32(),
                PerYear = quotas.GetProperty("per_year").GetInt32(),
                PerThreeYears = quotas.GetProperty("per_3_years").GetInt32(),
            },
            RequiredDocuments = { documents },
            Review = ReviewOf(json),
            BudgetLines = { LinesOf(json) },
            Execution = ExecutionOf(json),
        };
    }

    private static ReviewRule ReviewOf(JsonElement json)
    {
        var minima = json.GetProperty("grades").EnumerateArray().ToDictionary(grade => grade.Text("code"), grade => grade.GetProperty("min_mean").GetInt32());
        return new()
        {
            Criteria =
            {
                json.GetProperty("criteria").EnumerateArray().Select(item => new Criterion
                {
                    Code = item.Text("code"), DisplayName = item.Text("name"), WeightPercent = item.GetProperty("weight").GetInt32(),
                }),
            },
            StrongMin = minima["strong"],
            PriorityMin = minima["priority"],
            ListedMin = minima["listed"],
        };
    }

    // A line for each group, and one for the common projects of all groups (J-2).
    private static IEnumerable<BudgetLine> LinesOf(JsonElement json)
    {
        var names = json.GetProperty("groups").EnumerateArray().ToDictionary(group => group.Text("code"), group => group.Text("name"));
        var budgets = json.GetProperty("budgets");
        foreach (var group in budgets.GetProperty("general").EnumerateObject())
        {
            yield return new()
            {
                Code = group.Name, DisplayName = names[group.Name], Mode = CaseMode.General, Groups = { group.Name }, AmountNtd = group.Value.GetInt64(),
            };
        }

        yield return new()
        {
            Code = CommonLine, DisplayName = "共通性技術輔導", Mode = CaseMode.Common, AmountNtd = budgets.GetProperty("common").GetInt64(),
        };
    }

    private static ExecutionRule ExecutionOf(JsonElement json)
    {
        var (from, to) = json.GetProperty("schedule").Days("execution");
        return new()
        {
            Months = Schedule.Months(from, to),
            FirstInstalmentPercent = json.GetProperty("payment").GetProperty("instalments_pct")[0].GetInt32(),
            VisitReasons = { json.GetProperty("visit_reasons").EnumerateArray().Select(item => new Category { Code = item.Text("code"), DisplayName = item.Text("name") }) },
            Indicators =
            {
                json.GetProperty("indicators").EnumerateArray().Select(item => new BenefitIndicator
                {
                    Code = item.Text("code"),
                    DisplayName = item.Text("name"),
                    Kind = item.Text("code").StartsWith(ValuePrefix, StringComparison.Ordinal) ? BenefitKind.Value : BenefitKind.Cost,
                }),
            },
        };
    }

    private static FundingCap CapOf(JsonElement cap) => new()
    {
        GovernmentMaxNtd = cap.GetProperty("gov_max").GetInt64(),
        GovernmentShareMaxPercent = cap.GetProperty("gov_share_pct").GetInt32(),
    };

    private static CommonProjectCap CommonCapOf(JsonElement cap)
    {
        var companies = cap.GetProperty("min_companies").GetInt32();
        return new()
        {
            CompaniesMin = companies,
            TotalMaxNtd = cap.GetProperty($"total_max_for_{companies}").GetInt64(),
            GovernmentMaxNtd = cap.GetProperty($"gov_max_for_{companies}").GetInt64(),
            GovernmentShareMaxPercent = cap.GetProperty("gov_share_pct").GetInt32(),
            SharedWorkMinPercent = cap.GetProperty("min_shared_work_pct").GetInt32(),
        };
    }
}
