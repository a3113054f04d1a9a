using OpenTelemetry.Metrics;

namespace SmeOrleans.Silo.Hosting;

internal static class Telemetry
{
    /// <summary>Metrics of the service, Orleans and Kestrel for Prometheus; also over OTLP when its endpoint variable is set.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        services.AddOpenTelemetry().WithMetrics(metrics =>
        {
            metrics.AddMeter("SmeOrleans*", "Microsoft.Orleans", "Microsoft.AspNetCore.Server.Kestrel").AddAspNetCoreInstrumentation().AddPrometheusExporter();
            if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 })
            {
                metrics.AddOtlpExporter();
            }
        });
        return services;
    }
}
