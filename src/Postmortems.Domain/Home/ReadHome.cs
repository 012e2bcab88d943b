using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Domain.Retros;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Home;

/// <summary>What waits for somebody, and what is new to learn from. Seven commands, and an eighth where nothing is.</summary>
public sealed class ReadHome(IDbContextFactory<PostmortemsDb> databases)
{
    /// <summary>More than this is a list, and lists are elsewhere.</summary>
    public const int Most = 8;

    private const int MostToRead = 3;
    private const int MostMentions = 3 * Most;
    private const int MostServices = 3;

    /// <summary>Enough to find the sentence worth quoting and to say how long it takes to read.</summary>
    private const int BeginningOfText = 60_000;

    /// <param name="today">The day it is for the reader.</param>
    /// <param name="zone">IANA zone in which that day begins and ends.</param>
    public async Task<HomeView> RunAsync(Actor actor, DateOnly today, string zone, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var waiting = await Waiting(db, actor).ToListAsync(cancel);
        var mentions = await Mentions(db, actor).ToListAsync(cancel);
        var escalated = await db.EscalationsFor(actor).Take(Most).ToListAsync(cancel);
        var mine = await db.ActionItemsOf(actor).Within(ActionItemView.Mine, actor, today).OrderBy(item => item.Due).ThenBy(item => item.Number).Take(Most + 1).Rows(db).ToListAsync(cancel);
        var seenAgain = await SeenAgain(db, actor).ToListAsync(cancel);
        var published = await Published(db).ToListAsync(cancel);
        var yearAgo = await AYearAgo(db, today, zone).ToListAsync(cancel);
        var isEmpty = waiting.Count + mentions.Count + mine.Count + published.Count + yearAgo.Count == 0 && !await db.Incidents.AnyAsync(incident => incident.Deletion == null, cancel);

        return new HomeView(waiting, [.. mentions.DistinctBy(mention => mention.Thread).Take(Most)], escalated, mine, seenAgain, [.. published.Select(ToLearnFrom.Of)], yearAgo, isEmpty);
    }

    /// <summary>Drafts that the actor writes or facilitates, and whatever is in review; the actor's own first.</summary>
    private static IQueryable<WaitingPostmortem> Waiting(PostmortemsDb db, Actor actor) =>
        from postmortem in db.Postmortems
        where postmortem.Publication == null && postmortem.Deletion == null
            && (postmortem.OwnerId == actor.UserId || postmortem.FacilitatorId == actor.UserId || postmortem.Review != null)
        orderby postmortem.OwnerId == actor.UserId || postmortem.FacilitatorId == actor.UserId descending, postmortem.CreatedAt descending, postmortem.Number descending
        select new WaitingPostmortem(
            postmortem.Number,
            postmortem.Title,
            postmortem.OwnerId == actor.UserId,
            postmortem.FacilitatorId == actor.UserId,
            db.Users.Where(user => user.Id == postmortem.OwnerId).Select(user => user.DisplayName).First(),
            postmortem.CreatedAt,
            postmortem.Review == null ? null : (DateTimeOffset?)postmortem.Review.At,
            postmortem.Review == null ? null : db.Users.Where(user => user.Id == postmortem.Review.By).Select(user => user.DisplayName).FirstOrDefault());

    /// <summary>Somebody calls the actor in a thread that is open, and the actor has said nothing since.</summary>
    private static IQueryable<WaitingMention> Mentions(PostmortemsDb db, Actor actor) =>
        (from mention in db.Mentions
         join comment in db.Comments on mention.CommentId equals comment.Id
         join thread in db.CommentThreads on comment.ThreadId equals thread.Id
         join postmortem in db.Postmortems on thread.PostmortemId equals postmortem.Id
         join author in db.Users on comment.By equals author.Id
         where mention.UserId == actor.UserId && comment.By != actor.UserId && comment.Deletion == null && thread.Resolution == null && postmortem.Deletion == null
            && !thread.Comments.Any(later => later.By == actor.UserId && later.Deletion == null && later.At > comment.At)
         orderby comment.At descending
         select new WaitingMention(thread.Id, postmortem.Number, postmortem.Title, author.DisplayName, comment.Text, comment.At)).Take(MostMentions);

    /// <summary>Patterns that were seen after their automation shipped, or may have been by what waits in the inbox; those of the actor first.</summary>
    private static IQueryable<SeenAgain> SeenAgain(PostmortemsDb db, Actor actor) =>
        (from pattern in db.PatternsOf(actor)
         where pattern.Automation != null && pattern.Automation.ShippedAt != null
         let waiting = db.PatternSuggestions.Where(suggestion => suggestion.Answer == null && suggestion.PatternId == pattern.Id && suggestion.Kind == SuggestionKind.Extend).Max(suggestion => suggestion.SeenAt)
         where pattern.Reopening != null || waiting > pattern.Automation!.ShippedAt
         orderby pattern.Automation!.OwnerId == actor.UserId ? 0 : 1, pattern.Reopening == null ? 1 : 0, pattern.Reopening!.SeenAt descending, pattern.Number
         select new SeenAgain(
             pattern.Number,
             pattern.Name,
             pattern.Automation!.ShippedAt!.Value,
             db.PatternOccurrences().Where(seen => seen.PatternId == pattern.Id && seen.SeenAt > pattern.Automation!.ShippedAt).Select(seen => seen.ToldIn).Distinct().Count(),
             pattern.Reopening != null ? pattern.Reopening.SeenAt : waiting!.Value,
             pattern.Automation!.OwnerId == actor.UserId)).Take(Most);

    private static IQueryable<PublishedPostmortem> Published(PostmortemsDb db) =>
        (from postmortem in db.Postmortems
         where postmortem.Publication != null && postmortem.Deletion == null
         orderby postmortem.Publication!.At descending, postmortem.Number descending
         select new PublishedPostmortem(
             postmortem.Number,
             postmortem.Title,
             (from about in postmortem.Incidents
              join incident in db.Incidents on about.IncidentId equals incident.Id
              orderby incident.ListedAt
              select incident.Severity).FirstOrDefault(),
             (from about in postmortem.Incidents
              join affected in db.Set<IncidentService>() on about.IncidentId equals affected.IncidentId
              join service in db.Services on affected.ServiceId equals service.Id
              select service.Name).Distinct().OrderBy(name => name).Take(MostServices).ToList(),
             db.Documents.Where(document => document.PostmortemId == postmortem.Id).Select(document => document.Text.Substring(0, BeginningOfText)).FirstOrDefault() ?? "")).Take(MostToRead);

    private static IQueryable<YearAgo> AYearAgo(PostmortemsDb db, DateOnly today, string zone)
    {
        var day = today.AddYears(-1);
        var from = new LocalTime(day, null, Precision.Day, zone).ToPoint().At;
        var until = new LocalTime(day.AddDays(1), null, Precision.Day, zone).ToPoint().At;

        return (from incident in db.Incidents
                where incident.Deletion == null && incident.ListedAt >= @from && incident.ListedAt < until
                from about in db.Set<PostmortemIncident>().Where(about => about.IncidentId == incident.Id)
                join postmortem in db.Postmortems on about.PostmortemId equals postmortem.Id
                where postmortem.Deletion == null
                orderby incident.ListedAt
                select new YearAgo(
                    postmortem.Number,
                    postmortem.Title,
                    incident.Severity,
                    incident.ListedAt,
                    db.ActionItems.Count(item => item.PostmortemId == postmortem.Id && item.Deletion == null && item.SettledAt == null))).Take(MostToRead);
    }
}
