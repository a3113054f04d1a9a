using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using SmeOrleans.Grains.Journaling;
using SmeOrleans.Silo.Outbox;

namespace SmeOrleans.Projection.Tests;

public sealed class Mail
{
    private static readonly Notice Receipt = new("unit@example.com", "【已收到線上申請】107-000001 受輔業者", "案號：107-000001\n請下載申請書。");

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddDays(1));

    [Theory, ClassData(typeof(Stores))]
    public async Task A_notice_becomes_one_file_and_is_sent_once(string store)
    {
        await using var world = await World.OpenAsync(store, _clock);
        await world.NoticeAsync("units/U1", Receipt, Receipt with { Recipient = "office@example.com" });
        Assert.Equal(2, await world.Get<IServiceStatus>().OutboxPendingAsync(default));

        Assert.Equal(2, await world.Get<OutboxDispatcher>().DispatchAsync(default));
        Assert.Equal(0, await world.Get<OutboxDispatcher>().DispatchAsync(default));

        Assert.Equal(0, await world.Get<IServiceStatus>().OutboxPendingAsync(default));
        var mails = Directory.GetFiles(Path.Combine(world.Folder, "mail")).Select(file => MimeMessage.Load(file)).ToList();
        Assert.Equal(["office@example.com", "unit@example.com"], mails.Select(mail => mail.To.ToString()).Order());
        Assert.All(mails, mail => Assert.Equal((Receipt.Subject, Receipt.Body), (mail.Subject, mail.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'))));
        Assert.Equal(2, mails.Select(mail => mail.MessageId).Distinct().Count());
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task A_server_that_refuses_is_tried_again_later_and_later(string store)
    {
        await using var server = new SmtpListener(refusals: 2);
        await using var world = await World.OpenAsync(store, _clock);
        await world.NoticeAsync("units/U1", Receipt);
        var dispatcher = Dispatcher(world, new SmtpSink(SmtpServer.Parse(server.Address)));

        Assert.Equal(1, await dispatcher.DispatchAsync(default));
        Assert.Equal("come back later", await world.ScalarAsync<string>("SELECT last_error FROM outbox"));
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(0, await dispatcher.DispatchAsync(default));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await dispatcher.DispatchAsync(default));
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(0, await dispatcher.DispatchAsync(default));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await dispatcher.DispatchAsync(default));

        var (recipient, content) = Assert.Single(server.Received);
        Assert.Contains("<unit@example.com>", recipient);
        Assert.Equal(Receipt.Subject, Parse(content).Subject);
        Assert.Equal(0, await world.Get<IServiceStatus>().OutboxPendingAsync(default));
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task A_process_that_dies_after_delivery_leaves_a_repeat_under_the_same_message_id(string store)
    {
        await using var server = new SmtpListener();
        await using var world = await World.OpenAsync(store, _clock);
        await world.NoticeAsync("units/U1", Receipt);
        var sink = new SmtpSink(SmtpServer.Parse(server.Address));
        var claimed = Assert.Single(await world.Get<OutboxTable>().ClaimAsync(_clock.GetUtcNow(), _clock.GetUtcNow().AddMinutes(10), 10, default));
        await sink.DeliverAsync(claimed.Compose("office@sme.example"), claimed.MessageKey, default);

        var dispatcher = Dispatcher(world, sink);
        Assert.Equal(0, await dispatcher.DispatchAsync(default));
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, await dispatcher.DispatchAsync(default));

        Assert.Equal(2, server.Received.Count);
        Assert.Single(server.Received.Select(mail => Parse(mail.Content).MessageId).Distinct());
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task Two_processes_never_have_the_same_mail_at_once(string store)
    {
        await using var world = await World.OpenAsync(store, _clock);
        await world.NoticeAsync("units/U1", [.. Enumerable.Repeat(Receipt, 40)]);
        var now = _clock.GetUtcNow();

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Get<OutboxTable>().ClaimAsync(now, now.AddMinutes(10), 10, default)));

        var ids = claims.SelectMany(claim => claim).Select(mail => mail.Id).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.NotEmpty(ids);
    }

    [Fact]
    public async Task A_recipient_that_is_no_address_does_not_hold_up_the_others()
    {
        await using var world = await World.OpenAsync("sqlite", _clock);
        await world.NoticeAsync("units/U1", Receipt with { Recipient = "" }, Receipt);

        Assert.Equal(2, await world.Get<OutboxDispatcher>().DispatchAsync(default));

        Assert.Equal(1, await world.Get<IServiceStatus>().OutboxPendingAsync(default));
        Assert.Single(Directory.GetFiles(Path.Combine(world.Folder, "mail")));
    }

    [Theory]
    [InlineData("主旨\r\nBcc: all@example.com\r\n\r\n內文")]
    [InlineData("subject\nBcc: all@example.com")]
    [InlineData("subject\u2028Bcc: all@example.com")]
    public void A_subject_never_becomes_a_header(string subject)
    {
        var mail = new OutboxMail("1", "key", "unit@example.com", subject, "Bcc: all@example.com", DateTimeOffset.UnixEpoch, 1);

        var read = Parse(mail.Compose("office@sme.example").ToString());

        Assert.Empty(read.Bcc);
        Assert.Equal("unit@example.com", read.To.ToString());
        Assert.Contains("Bcc: all@example.com", read.Subject);
    }

    [Theory]
    [InlineData("unit@example.com\r\nBcc: all@example.com")]
    [InlineData("unit@example.com, all@example.com")]
    [InlineData("no address")]
    public void A_recipient_is_one_address_or_refused(string recipient) =>
        Assert.ThrowsAny<FormatException>(() => new OutboxMail("1", "key", recipient, "s", "b", DateTimeOffset.UnixEpoch, 1).Compose("office@sme.example"));

    [Theory]
    [InlineData("mail.example:25", "mail.example", 25, null)]
    [InlineData("mail.example", "mail.example", 587, null)]
    [InlineData("smtps://office:p%40ss@mail.example", "mail.example", 465, "office")]
    public void A_server_is_named_by_host_port_or_url(string text, string host, int port, string? user)
    {
        var server = SmtpServer.Parse(text);

        Assert.Equal((host, port, user), (server.Host, server.Port, server.User));
        Assert.True(user is null || server.Password == "p@ss");
        Assert.Throws<FormatException>(() => SmtpServer.Parse("http://" + host));
    }

    [Fact]
    public void Retries_are_spread_up_to_an_hour() =>
        Assert.Equal([5, 10, 20, 2560, 3600, 3600], new[] { 1, 2, 3, 10, 11, 1_000 }.Select(attempt => (int)OutboxDispatcher.RetryAfter(attempt).TotalSeconds));

    private OutboxDispatcher Dispatcher(World world, IMailSink sink) =>
        new(world.Get<OutboxTable>(), sink, new(world.Folder, null, "office@sme.example"), _clock, NullLogger<OutboxDispatcher>.Instance);

    private static MimeMessage Parse(string content) => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)));
}
