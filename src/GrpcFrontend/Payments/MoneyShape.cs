using SmeOrleans.Domain.Payments;

namespace SmeOrleans.GrpcFrontend.Payments;

/// <summary>Form of money and of what was spent.</summary>
internal static class MoneyShape
{
    public static Budget Budget(ShapeCheck check, V1.Money money, string path) => new(
        check.Amount(money.TotalNtd, $"{path}.total_ntd"),
        check.Amount(money.GovernmentNtd, $"{path}.government_ntd"),
        check.Amount(money.SelfNtd, $"{path}.self_ntd"));

    public static Spending Spending(ShapeCheck check, V1.Spending? spending, string path)
    {
        check.Require(spending is not null, path, "is required");
        spending ??= new();
        return new(
            check.Amount(spending.GovernmentNtd, $"{path}.government_ntd"),
            check.Amount(spending.SelfPaidNtd, $"{path}.self_paid_ntd"),
            check.Amount(spending.SelfSpentNtd, $"{path}.self_spent_ntd"));
    }
}
