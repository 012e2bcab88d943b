using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Services;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Incidents;

/// <summary>A database with 20,000 incidents, every fiftieth of which affected one service.</summary>
public sealed class ManyIncidents : IAsyncLifetime
{
    private const int Many = 20_000;

    public DatabaseFixture Database { get; } = new();

    public Service Labels { get; } = new("label-api", "", "");

    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        await using var db = Database.CreateDbContext();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO incidents (id, title, severity, summary, zone, listed_at, created_by, created_at)
            SELECT gen_random_uuid(), 'Queue ' || n || ' of depot ' || n % 97 || ' stood still', (ARRAY['Sev1','Sev2','Sev3','Sev4','NearMiss'])[1 + n % 5], '', 'Europe/Berlin',
                   timestamptz '2020-01-01' + n * interval '2 hours', gen_random_uuid(), now()
            FROM generate_series(1, {Many}) n
            """);
        db.Services.Add(Labels);
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlAsync($"INSERT INTO incident_service (incident_id, service_id) SELECT id, {Labels.Id} FROM incidents WHERE number % 50 = 0");
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    public Task DisposeAsync() => Database.DisposeAsync();
}
