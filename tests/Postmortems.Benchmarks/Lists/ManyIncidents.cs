using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;

namespace Postmortems.Benchmarks.Lists;

/// <summary>Generated incidents over ten years: forty services, a tenth with a postmortem, titles of common and rare words.</summary>
internal static class ManyIncidents
{
    public static async Task StoreAsync(PostmortemsDb db, int count)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO users (id, display_name, role, zone, created_at, user_name, normalized_user_name, email_confirmed, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
            VALUES ('00000000-0000-0000-0000-000000000001', 'Ada', 'Editor', 'Etc/UTC', now(), 'ada', 'ADA', false, false, false, true, 0);

            INSERT INTO services (id, name, description, owner_team)
            SELECT gen_random_uuid(), 'service-' || n, '', '' FROM generate_series(1, 40) n;
            """);

        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO incidents (id, title, severity, summary, zone, listed_at, created_by, created_at, impact_at, impact_precision)
            SELECT gen_random_uuid(), 'Requests of word' || n % 997 || ' failed in cluster' || n % 31 || ' mark' || n, (ARRAY['Sev1','Sev2','Sev3','Sev4','NearMiss'])[1 + n % 5],
                   'Queue depth grew while the pool of connections was exhausted.', 'Etc/UTC', at, '00000000-0000-0000-0000-000000000001', at, at, 'Minute'
            FROM (SELECT n, timestamptz '2016-01-01' + n * interval '50 minutes' AS at FROM generate_series(1, {count}) n) made
            """);

        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO incident_service (incident_id, service_id)
            SELECT i.id, s.id FROM (SELECT id, number FROM incidents) i JOIN (SELECT id, row_number() OVER () AS n FROM services) s ON s.n = 1 + i.number % 40;

            INSERT INTO postmortems (id, title, template, owner_id, created_by, created_at)
            SELECT id, title, 'plain', created_by, created_by, created_at FROM incidents WHERE number % 10 = 0;

            INSERT INTO postmortem_incident (postmortem_id, incident_id) SELECT id, id FROM incidents WHERE number % 10 = 0;

            ANALYZE;
            """);
    }
}
