namespace SmeOrleans.GrpcFrontend.Review;

/// <summary>A panel on the wire.</summary>
internal static class PanelMapping
{
    public static V1.Panel Of(Panel panel, long version) => new()
    {
        Name = panel.Name,
        Chair = panel.Chair,
        Members = { panel.Members },
        Sessions = { panel.Sessions },
        Etag = Etag.Of(version),
    };
}
