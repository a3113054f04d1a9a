using Google.Rpc;
using SmeOrleans.GrpcFrontend.Refusals;

namespace SmeOrleans.Grpc.Tests;

/// <summary>Refusals on the wire (AIP-193).</summary>
public sealed class Refusing
{
    [Fact]
    public void Then_every_reason_has_its_name_in_the_contract() => Assert.All(
        Reasons.All, reason => Assert.Contains(reason.WireName, WireNames()));

    [Fact]
    public void Then_the_status_carries_reason_rule_facts_and_both_languages()
    {
        var closed = DateTimeOffset.Parse("2018-03-01T17:00:00+08:00");
        var status = RefusalStatus.Of(Rejection.Because(Reasons.WindowClosed, ("close_time", closed), ("receive_time", closed.AddSeconds(1))));
        var info = status.GetRpcStatus()!.GetDetail<ErrorInfo>()!;
        Assert.Equal(StatusCode.FailedPrecondition, status.StatusCode);
        Assert.Equal(("WINDOW_CLOSED", "sme-guidance", "W-1"), (info.Reason, info.Domain, info.Metadata["rule"]));
        Assert.Equal("2018-03-01T17:00:00+08:00", info.Metadata["close_time"]);
        Assert.Equal(["zh-TW", "en"], Details<LocalizedMessage>(status).Select(message => message.Locale));
        Assert.All(Details<LocalizedMessage>(status), message => Assert.Contains("17:00:01", message.Message));
    }

    [Fact]
    public void Then_fields_are_named_and_overload_says_when_to_come_back()
    {
        var fields = RefusalStatus.Of(Rejection.OfFields(new FieldViolation("case.application.title", "is required")));
        Assert.Equal("case.application.title", fields.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Single().Field);
        var overload = RefusalStatus.Of(Rejection.Because(Reasons.Overload));
        Assert.Equal(StatusCode.ResourceExhausted, overload.StatusCode);
        Assert.True(overload.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.ToTimeSpan() > TimeSpan.Zero);
    }

    [Fact]
    public void Then_the_largest_refusal_fits_into_the_trailers_that_clients_take()
    {
        var fields = Enumerable.Range(0, 500).Select(number => new FieldViolation($"case.application.field{number}", new string('字', 1_000)));
        var status = RefusalStatus.Of(Rejection.OfFields(fields));
        Assert.InRange(status.Trailers.Sum(entry => entry.IsBinary ? entry.ValueBytes.Length : entry.Value.Length), 1, 16 * 1024);
    }

    private static IEnumerable<T> Details<T>(RpcException status)
        where T : class, Google.Protobuf.IMessage<T>, new() =>
        status.GetRpcStatus()!.Details.Where(detail => detail.Is(new T().Descriptor)).Select(detail => detail.Unpack<T>());

    private static IEnumerable<string> WireNames() =>
        SmeOrleans.V1.ErrorsReflection.Descriptor.EnumTypes.Single().Values.Select(value => value.Name["ERROR_REASON_".Length..]);
}
