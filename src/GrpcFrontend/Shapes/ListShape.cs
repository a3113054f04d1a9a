namespace SmeOrleans.GrpcFrontend.Shapes;

/// <summary>Form of list requests (AIP-158, AIP-160).</summary>
internal static class ListShape
{
    private const int TokenMaxChars = 2_000;
    private const int FilterMaxChars = 2_000;

    public static ListQuery Of(ShapeCheck check, int pageSize, int normal, int max, string token, string filter = "", string orderBy = "")
    {
        check.Require(token.Length <= TokenMaxChars, "page_token", "must come from an earlier answer");
        return new(
            check.PageSize(pageSize, normal, max), token.Length == 0 ? null : token,
            check.Text(filter, "filter", FilterMaxChars), check.Text(orderBy, "order_by", 100));
    }
}
