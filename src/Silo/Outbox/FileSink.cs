using MimeKit;

namespace SmeOrleans.Silo.Outbox;

/// <summary>One <c>.eml</c> file for each mail; a second delivery replaces the first.</summary>
internal sealed class FileSink(string directory) : IMailSink
{
    public async Task DeliverAsync(MimeMessage mail, string key, CancellationToken cancellation)
    {
        Directory.CreateDirectory(directory);
        var target = Path.Combine(directory, key + ".eml");

        // Whoever reads the folder finds a whole mail or none.
        var draft = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            await mail.WriteToAsync(draft, cancellation);
            File.Move(draft, target, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
