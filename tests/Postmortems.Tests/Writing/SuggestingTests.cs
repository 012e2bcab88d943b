using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Writing.References;
using Postmortems.Tests.Testing;
using Postmortems.Web.Writing;
using Xunit.Abstractions;

namespace Postmortems.Tests.Writing;

public sealed class SuggestingTests(PostmortemsApp app, ITestOutputHelper output) : IClassFixture<PostmortemsApp>
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
    public async Task Is_quick_over_many_titles()
    {
        await using var db = app.OpenDatabase();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO incidents (id, title, severity, summary, zone, listed_at, created_by, created_at)
            SELECT gen_random_uuid(), 'Storage ' || md5(n::text) || ' ran slowly', 'Sev3', '', 'Europe/Berlin', now() - n * interval '1 hour', {app.Ada.Id}, now() FROM generate_series(1, 20000) n
            """);
        await db.Database.ExecuteSqlAsync($"VACUUM ANALYZE search_entries, incidents");
        var suggest = app.UseCase<SuggestReferences>();
        var eve = new Actor(app.Eve.Id, Role.Viewer);
        await suggest.RunAsync(eve, "warm");

        foreach (var words in new[] { "Storage", "a87ff679", "no such words", "12", "st", "" })
        {
            var times = new List<double>();

            for (var round = 0; round < 9; round++)
            {
                var begun = Stopwatch.StartNew();
                await suggest.RunAsync(eve, words);
                times.Add(begun.Elapsed.TotalMilliseconds);
            }

            output.WriteLine($"{words}: {times.Order().ElementAt(4):0.0} ms");
            times.Order().ElementAt(4).ShouldBeLessThan(100, words);
        }
    }

    private async Task<string[]> ThingsAsync(string words) =>
        [.. (await app.ClientFor(app.Eve).GetFromJsonAsync<ReferenceSuggestion[]>($"/api/suggestions/references?words={Uri.EscapeDataString(words)}"))!.Select(found => found.Reference)];
}
