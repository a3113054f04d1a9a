using System.Text;
using Google.Protobuf;
using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests;

/// <summary>P9: text is stored as sent, as NFC, or the request is INVALID_ARGUMENT.</summary>
[Collection(ServedCollection.Name)]
public sealed class TextEdges(Service service)
{
    [Theory]
    [InlineData("臺灣𠮷野家", "臺灣𠮷野家")]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("\uF900", "\u8C48")]
    [InlineData("\u1100\u1161", "\uAC00")]
    [InlineData("\u202Eمرحبا 'x'; DROP TABLE--", "\u202Eمرحبا 'x'; DROP TABLE--")]
    [InlineData("=HYPERLINK(\"x\")", "=HYPERLINK(\"x\")")]
    public async Task Then_stored_is_sent(string sent, string stored)
    {
        var draft = await service.Programme.DraftAsync();
        draft.Case.Application.Title = sent;
        var saved = await service.Programme.OwnCases.CreateCaseAsync(draft);
        Assert.Equal(stored, (await service.Programme.OwnCases.GetCaseAsync(new() { Name = saved.Name })).Application.Title);
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a\u0085b")]
    [InlineData("\u001B[31m")]
    [InlineData("   ")]
    [InlineData("")]
    public async Task Then_a_bad_title_is_named(string title)
    {
        var draft = await service.Programme.DraftAsync();
        draft.Case.Application.Title = title;
        var refused = await Refused.With(StatusCode.InvalidArgument, service.Programme.OwnCases.CreateCaseAsync(draft));
        Assert.Equal(["case.application.title"], Refused.Fields(refused).Distinct());
    }

    [Fact]
    public async Task Then_length_counts_code_points()
    {
        var draft = await service.Programme.DraftAsync();
        draft.Case.Application.Title = string.Concat(Enumerable.Repeat("𠮷", 200));
        await service.Programme.OwnCases.CreateCaseAsync(draft);
        var longer = await service.Programme.DraftAsync();
        longer.Case.Application.Title = string.Concat(Enumerable.Repeat("𠮷", 201));
        await Refused.With(StatusCode.InvalidArgument, service.Programme.OwnCases.CreateCaseAsync(longer));
    }

    [Fact]
    public async Task Then_all_that_is_wrong_is_told_at_once()
    {
        var refused = await Refused.With(StatusCode.InvalidArgument, service.Programme.OwnCases.CreateCaseAsync(new()
        {
            Parent = "107", RequestId = "no", Case = new() { Unit = "U001", Application = new() { TotalNtd = -1, CustomSoftwarePercent = 101 } },
        }));
        Assert.Superset(
            new HashSet<string> { "request_id", "parent", "case.unit", "case.application.company", "case.application.title", "case.application.total_ntd", "case.application.custom_software_percent" },
            Refused.Fields(refused).ToHashSet());
    }

    [Theory]
    [InlineData(new byte[] { 0x0A, 0x02, 0xC3, 0x28 })]
    [InlineData(new byte[] { 0x0A, 0x7F })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF })]
    public async Task Then_bytes_that_are_no_message_are_invalid(byte[] bytes)
    {
        var raw = Marshallers.Create<byte[]>(content => content, content => content);
        var method = new Method<byte[], byte[]>(MethodType.Unary, "sme.v1.CaseService", "GetCase", raw, raw);
        var refused = await Refused.With(
            StatusCode.InvalidArgument, service.As(Role.Office).AsyncUnaryCall(method, host: null, new CallOptions(), bytes));
        Assert.Equal(Reasons.FieldInvalid.WireName, Refused.ReasonOf(refused));
    }

    [Fact]
    public async Task Then_an_oversized_message_is_refused_by_its_limit()
    {
        var draft = await service.Programme.DraftAsync();
        draft.Case.Application.Title = new('x', 300_000);
        await Refused.With(StatusCode.ResourceExhausted, service.Programme.OwnCases.CreateCaseAsync(draft));
    }
}
