using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Writing.References;
using Postmortems.Tests.Testing;
using Postmortems.Web.Writing;

namespace Postmortems.Tests.Writing;

public sealed class SuggestingTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    [Fact]
    public async Task Things_are_found_by_number_and_by_any_part_of_the_title()
    {
        var labels = Told.Incident(app.Ada, "Labels could not be 100%_printed");
        var printers = Told.Incident(app.Ada, "Printers ran out of labels");
        var gone = Told.Incident(app.Ada, "Labels that nobody may see");
        gone.Delete(app.Ada.Id, Told.Began);
        await app.StoreAsync(labels, printers, gone);

        (await ThingsAsync("labels")).ShouldBe([$"INC-{labels.Number}", $"INC-{printers.Number}"]);
        (await ThingsAsync("ABEL")).ShouldBe([$"INC-{printers.Number}", $"INC-{labels.Number}"], ignoreOrder: true);
        (await ThingsAsync("100%_p")).ShouldBe([$"INC-{labels.Number}"]);
        (await ThingsAsync($"{labels.Number}"))[0].ShouldBe($"INC-{labels.Number}");
        (await ThingsAsync($"inc-{printers.Number}"))[0].ShouldBe($"INC-{printers.Number}");
        (await ThingsAsync($"{gone.Number}")).ShouldNotContain($"INC-{gone.Number}");
        (await ThingsAsync("PM-")).ShouldBeEmpty();
        (await ThingsAsync("")).ShouldContain($"INC-{labels.Number}");
        (await ThingsAsync(new string('x', 5000))).ShouldBeEmpty();
        (await ThingsAsync("'; DROP TABLE incidents")).ShouldBeEmpty();
    }

    [Fact]
    public async Task People_who_left_are_not_offered()
    {
        var left = new User("adam@example.org", "Adam Left", Role.Editor, Told.Began);
        left.Disable(Told.Began);
        await app.StoreAsync(left, new User("brada@example.org", "Brada Nilsson", Role.Viewer, Told.Began));

        var found = await app.ClientFor(app.Eve).GetFromJsonAsync<PersonSuggestion[]>("/api/suggestions/people?words=ad");

        found!.Select(person => person.Name).ShouldBe(["Ada Okafor", "Brada Nilsson"]);
    }

    [Fact]
    public async Task Nobody_is_answered_who_is_not_signed_in()
    {
        (await app.ClientFor().GetAsync("/api/suggestions/people?words=a")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await app.ClientFor().GetAsync("/api/suggestions/references?words=a")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Reads_few_of_many_titles()
    {
        await using var db = app.OpenDatabase();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO incidents (id, title, severity, summary, zone, listed_at, created_by, created_at)
            SELECT gen_random_uuid(), 'Storage ' || md5(n::text) || ' ran slowly', 'Sev3', '', 'Europe/Berlin', now() - n * interval '1 hour', {app.Ada.Id}, now() FROM generate_series(1, 20000) n
            """);
        await db.Database.ExecuteSqlAsync($"VACUUM ANALYZE search_entries, incidents");

        foreach (var (words, isThere) in new[] { ("Storage", true), ("a87ff679", true), ("no such words", false), ("12", true), ("st", true), ("", true) })
        {
            var log = app.ExplainQueries();

            (await new SuggestReferences(log).RunAsync(new Actor(app.Eve.Id, Role.Viewer), words)).Count.ShouldBeInRange(isThere ? 1 : 0, isThere ? SuggestReferences.Most : 0, words);

            var plan = log.Plans.ShouldHaveSingleItem();
            plan.ShouldNotContain("Seq Scan on search_entries", customMessage: words);
            plan.ShouldNotContain("Seq Scan on incidents", customMessage: words);
        }
    }

    private async Task<string[]> ThingsAsync(string words) =>
        [.. (await app.ClientFor(app.Eve).GetFromJsonAsync<ReferenceSuggestion[]>($"/api/suggestions/references?words={Uri.EscapeDataString(words)}"))!.Select(found => found.Reference)];
}
