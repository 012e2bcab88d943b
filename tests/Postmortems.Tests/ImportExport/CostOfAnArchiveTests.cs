using System.Net;
using System.Text;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ImportExport;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.ImportExport;

public sealed class CostOfAnArchiveTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    [Fact]
    public async Task Asks_the_database_as_often_for_many_postmortems_as_for_few()
    {
        await ImportAsync(2);
        var few = await CommandsAsync();

        await ImportAsync(18);

        (await CommandsAsync()).ShouldBe(few);
        few.ShouldBeLessThan(20);
    }

    private async Task<int> CommandsAsync()
    {
        var client = app.ClientFor(app.Ada);
        using var warm = await client.GetAsync("/api/archive");
        warm.StatusCode.ShouldBe(HttpStatusCode.OK);
        app.Commands.Forget();

        using var answer = await client.GetAsync("/api/archive");
        (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(100);

        return app.Commands.SeenInRequests.Count;
    }

    private Task<IReadOnlyList<ImportOutcome>> ImportAsync(int count) => app.UseCase<ImportAtOnce>().RunAsync(
        new Actor(app.Ada.Id, Role.Editor),
        [.. Enumerable.Range(0, count).Select(n => new DroppedFile($"{n}.md", Encoding.UTF8.GetBytes($"# Queue {n} {Guid.NewGuid()}\n\n## Timeline (UTC)\n\n- 2026-03-04 10:15 alarm\n\n## Root cause\n\n- A limit of {n}\n\n## Action items\n\n- [ ] Raise it\n")))],
        new ToldForAll());
}
