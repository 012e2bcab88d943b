using System.Text;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ImportExport;
using Postmortems.Formats.Tests;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.ImportExport;

public sealed class HostileDocumentsTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private readonly User ada = new($"{Guid.NewGuid():n}@example.org", "Ada Okafor", Role.Editor, DateTimeOffset.UtcNow);
    private readonly Guid batch = Guid.CreateVersion7();

    private Actor Actor => new(ada.Id, Role.Editor);

    public async Task InitializeAsync()
    {
        await using var db = database.CreateDbContext();
        db.Add(ada);
        await db.SaveChangesAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_archive_that_swells_leaves_nothing_behind()
    {
        DroppedFile[] files = [new("good.md", "# Good"u8.ToArray()), new("bomb.zip", Zips.Bomb(files: 60, megabytesEach: 5))];

        var refused = await Should.ThrowAsync<RuleBrokenException>(() => BeginAsync(files));

        refused.Message.ShouldContain("larger than 200 MB");
        await using var db = database.CreateDbContext();
        (await db.ImportBatches.AnyAsync(b => b.Id == batch)).ShouldBeFalse();
        (await db.ImportFiles.AnyAsync(f => f.BatchId == batch)).ShouldBeFalse();
    }

    [Fact]
    public async Task Of_a_refused_file_only_its_name_and_the_reason_are_kept()
    {
        DroppedFile[] files =
        [
            new("out.zip", Zips.Of(("../../job.md", "# Job"))),
            new("link.zip", Zips.Link("a.md", "/etc/passwd")),
            new("deep.zip", Zips.Of(("b.zip", Zips.Of(("c.zip", Zips.Of(("d.md", "# D"))))))),
            new("picture.md", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]),
            new("half\u202Edm.zip", "PK\u0003\u0004"u8.ToArray()),
        ];

        await BeginAsync(files);
        await ConfirmAsync();

        await using var db = database.CreateDbContext();
        var kept = await db.ImportFiles.Where(f => f.BatchId == batch).OrderBy(f => f.Order).ToListAsync();
        kept.Select(file => file.Name).ShouldBe(["out.zip/../../job.md", "link.zip/a.md", "deep.zip/b.zip/c.zip", "picture.md", "halfdm.zip"]);
        kept.ShouldAllBe(file => file.Problem!.EndsWith('.') && file.Text == "" && file.PostmortemId == null);
    }

    [Fact]
    public async Task Naughty_words_are_stored_as_they_came()
    {
        var files = NaughtyWords.All.Select(naughty => (naughty.What, Text: $"# {naughty.Text} {batch:n}\n\n## Summary\n\n{naughty.Text}\n\n## Timeline\n\n- 2026-02-03 10:00 UTC {naughty.Text}\n\n## Action items\n\n- [ ] {naughty.Text}\n")).ToList();

        await BeginAsync([.. files.Select(file => new DroppedFile($"{file.What}.md", Encoding.UTF8.GetBytes(file.Text)))]);
        await ConfirmAsync();

        await using var db = database.CreateDbContext();
        var stored = await (
            from file in db.ImportFiles
            where file.BatchId == batch
            orderby file.Order
            from document in db.Documents.Where(d => d.PostmortemId == file.PostmortemId).DefaultIfEmpty()
            select new { file.Name, file.Problem, document.Text }).ToListAsync();
        stored.ShouldAllBe(file => file.Problem == null);
        stored.Select(file => (file.Name, file.Text)).ShouldBe(files.Select(file => ($"{file.What}.md", file.Text)));
    }

    private Task<ImportBatch?> BeginAsync(IReadOnlyList<DroppedFile> files) => new BeginImport(database, TimeProvider.System).RunAsync(Actor, batch, files);

    private Task<bool> ConfirmAsync() => new ConfirmImport(database, TimeProvider.System).RunAsync(Actor, batch, new ToldForAll());
}
