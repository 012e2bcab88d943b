using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Reviews;
using Postmortems.Domain.Writing.Roles;
using Postmortems.Domain.Writing.Together;
using Postmortems.Domain.Writing.Wording;

namespace Postmortems.Domain.Writing;

/// <summary>A postmortem as its document page shows it, to write or to read.</summary>
public sealed class ReadPostmortem(IDbContextFactory<PostmortemsDb> databases)
{
    /// <summary>UTF-16 units. Nobody waits for a page because its text is long.</summary>
    private const int LongestAskedAbout = 200_000;

    /// <returns>Null when the actor sees no such postmortem.</returns>
    public async Task<PostmortemView?> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.HeadAsync(actor, number, cancel) is not { } head)
        {
            return null;
        }

        var document = await DocumentAsync(db, actor, head.Id, cancel);
        var causes = (await db.CausesOfAsync(head.Id, cancel)).Where(c => c.Deletion is null).ToList();
        var promises = await db.PromisesOfAsync(head.Id, cancel);
        var seenBefore = await SeenBefore(db, head.Id).ToListAsync(cancel);

        var view = new PostmortemView(head, document, causes, promises, seenBefore, Readiness.Of(head, document.Text, causes, promises), await WordingAsync(db, actor, head, document.Text, cancel));

        return head.Roles is { } roles ? view.With(roles) : view;
    }

    /// <summary>What is still open before somebody reviews it; a published text is not asked about any more.</summary>
    private static async Task<IReadOnlyList<WordingQuestion>> WordingAsync(PostmortemsDb db, Actor actor, PostmortemHead head, string text, CancellationToken cancel) =>
        actor.MayEdit && head.State != PostmortemState.Published && text.Length <= LongestAskedAbout && OpenQuestions.Asked(text, coached: false).Count > 0
            ? OpenQuestions.In(text, coached: false, await db.WordingAnswersOfAsync(head.Id, cancel))
            : [];

    private static async Task<DocumentView> DocumentAsync(PostmortemsDb db, Actor actor, Guid postmortem, CancellationToken cancel)
    {
        var found = await db.Documents.AsNoTracking().Where(document => document.PostmortemId == postmortem).Select(document => new
        {
            Document = document,
            Writer = db.Users.Where(u => u.Id == document.WrittenBy).Select(u => u.DisplayName).First(),
            Writers = db.Users.Where(u => db.DocumentVersions.Any(v => v.PostmortemId == postmortem && v.By == u.Id) || db.DocumentChanges.Any(c => c.PostmortemId == postmortem && c.By == u.Id)).OrderBy(u => u.DisplayName).Select(u => u.DisplayName).ToList(),
            Amendments = (
                from amendment in db.Amendments
                join user in db.Users on amendment.By equals user.Id
                where amendment.PostmortemId == postmortem
                orderby amendment.At
                select new AmendmentRow(amendment.Version, amendment.Changes, amendment.Note, user.DisplayName, amendment.At)).ToList(),
            Unsettled = db.KeptTexts.Where(k => k.PostmortemId == postmortem && k.By == actor.UserId && k.SettledAt == null).OrderBy(k => k.At).Select(k => new KeptTextRow(k.Id, k.At)).ToList(),
        }).SingleAsync(cancel);

        await db.CatchUpAsync([found.Document], cancel);
        return new DocumentView(found.Document.Text, found.Document.Version, found.Document.WrittenAt, found.Writer, found.Writers, found.Amendments, found.Unsettled);
    }

    /// <summary>Other postmortems with a cause in a pattern of ours.</summary>
    private static IQueryable<SeenBeforeRow> SeenBefore(PostmortemsDb db, Guid postmortem) =>
        (from ours in db.PatternMembers
         join mine in db.Causes on ours.StatementId equals mine.Id
         join pattern in db.Patterns on ours.PatternId equals pattern.Id
         join theirs in db.PatternMembers on ours.PatternId equals theirs.PatternId
         join cause in db.Causes on theirs.StatementId equals cause.Id
         join other in db.Postmortems on cause.PostmortemId equals other.Id
         where mine.PostmortemId == postmortem && mine.Deletion == null && pattern.FadedAt == null
            && other.Id != postmortem && other.Deletion == null && cause.Deletion == null
         select new { other.Number, other.Title, Pattern = pattern.Number, pattern.Name })
        .Distinct()
        .OrderByDescending(row => row.Number)
        .Take(6)
        .Select(row => new SeenBeforeRow(row.Number, row.Title, row.Pattern, row.Name));
}

/// <param name="Wording">What the language check asks about the text and nobody answered. It holds nothing back.</param>
public sealed record PostmortemView(
    PostmortemHead Head,
    DocumentView Document,
    IReadOnlyList<CauseRow> Causes,
    IReadOnlyList<PromiseRow> Promises,
    IReadOnlyList<SeenBeforeRow> SeenBefore,
    Readiness Readiness,
    IReadOnlyList<WordingQuestion> Wording)
{
    /// <summary>Set where the reader sees roles instead of names.</summary>
    public RoleTokens? Roles { get; init; }
}

/// <param name="Writers">Everybody who saved a version.</param>
/// <param name="Unsettled">Texts of the actor that met a newer version.</param>
public sealed record DocumentView(
    string Text,
    int Version,
    DateTimeOffset WrittenAt,
    string WrittenBy,
    IReadOnlyList<string> Writers,
    IReadOnlyList<AmendmentRow> Amendments,
    IReadOnlyList<KeptTextRow> Unsettled);

/// <param name="Version">The version that it made of the document, if it changed the document.</param>
/// <param name="Changes">What it changed beside the document, if anything.</param>
public sealed record AmendmentRow(int? Version, string? Changes, string Note, string By, DateTimeOffset At);

public sealed record KeptTextRow(Guid Id, DateTimeOffset At);

public sealed record SeenBeforeRow(int Number, string Title, int Pattern, string PatternName);
