using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Domain.Retros;

namespace Postmortems.Web;

/// <summary>Every address of the product is spelled here and nowhere else.</summary>
public static class Urls
{
    public const string Home = "/";
    public const string Icon = "/favicon.svg";
    public const string Postmortems = "/postmortems";
    public const string Incidents = "/incidents";
    public const string NewIncident = "/incidents/new";
    public const string DeletedIncidents = "/incidents/deleted";
    public const string ActionItems = "/action-items";
    public const string ActionItemsBoard = "/action-items/board";
    public const string SelectedActionItems = "/action-items/selected";
    public const string PromiseQuestions = "/action-items/questions";
    public const string Patterns = "/patterns";
    public const string PatternInbox = "/patterns/inbox";
    public const string PatternCandidates = "/patterns/automate";
    public const string PatternGathering = "/patterns/matrix";
    public const string Retros = "/retros";
    public const string NewRetro = "/retros/new";
    public const string PatternPromises = "/patterns/promises";
    public const string Services = "/services";
    public const string NewPostmortem = "/postmortems/new";
    public const string Templates = "/templates";
    public const string NewService = "/services/new";
    public const string Search = "/search";
    public const string Import = "/import";
    public const string ImportFiles = "/import/files";
    public const string ApiImports = "/api/imports";
    public const string ApiSuggestions = "/api/suggestions";
    public const string SuggestedPeople = $"{ApiSuggestions}/people";
    public const string AskAboutWording = "/api/wording";
    public const string Help = "/help";

    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string FirstRun = "/first-run";
    public const string Account = "/account";
    public const string Theme = "/account/theme";
    public const string Coaching = "/account/coaching";
    public const string EndMySessions = "/account/sessions/end";
    public const string Administration = "/administration";
    public const string People = "/administration/people";
    public const string AuditLog = "/administration/audit";
    public const string Errands = "/administration/errands";

    public static string Incident(int number) => $"/incidents/{number}";

    public static string DeleteIncident(int number) => $"/incidents/{number}/deletion";

    public static string RestoreIncident(int number) => $"/incidents/{number}/deletion/undo";

    public static string EditIncident(int number) => $"/incidents/{number}/edit";

    public static string Timeline(int incident) => $"/incidents/{incident}/timeline";

    public static string NewEntry(int incident) => $"/incidents/{incident}/timeline/new";

    public static string EditEntry(int incident, Guid entry) => $"/incidents/{incident}/timeline/{entry}";

    public static string DeleteEntry(int incident, Guid entry) => $"/incidents/{incident}/timeline/{entry}/deletion";

    public static string RestoreEntry(int incident, Guid entry) => $"/incidents/{incident}/timeline/{entry}/deletion/undo";

    public static string QuickEntryUnderstood(int incident) => $"/incidents/{incident}/timeline/understood";

    public static string DocumentApi(int number) => $"/api/postmortems/{number}/document";

    public static string MarkdownOf(int postmortem) => $"/api/postmortems/{postmortem}/markdown";

    public static string JsonOf(int postmortem) => $"/api/postmortems/{postmortem}/json";

    public static string PageOf(int postmortem) => $"/api/postmortems/{postmortem}/html";

    public const string ApiArchive = "/api/archive";

    public static string ArchiveOf(int postmortem) => $"/api/postmortems/{postmortem}/archive";

    public static string Postmortem(int number) => $"/postmortems/{number}";

    public static string NewPostmortemFor(int incident) => $"/postmortems/new?incident={incident}";

    public static string Write(int postmortem) => $"/postmortems/{postmortem}/write";

    public static string PostmortemPart(int number, string part) => $"/postmortems/{number}?view=read#{Uri.EscapeDataString(part)}";

    public static string ReadDraft(int postmortem) => $"/postmortems/{postmortem}?view=read";

    public static string RolesOf(int postmortem) => $"/postmortems/{postmortem}/roles";

    public static string TimelineOf(int postmortem) => $"/postmortems/{postmortem}/timeline";

    public static string History(int postmortem) => $"/postmortems/{postmortem}/history";

    public static string HistoryBefore(int postmortem, int version) => $"/postmortems/{postmortem}/history?before={version}";

    public static string OpenedSitting(int postmortem, int? before, int? version) =>
        $"/postmortems/{postmortem}/history?{(before is null ? "" : $"before={before}&")}{(version is null ? "" : $"open={version}#sitting-{version}")}";

    public static string Authors(int postmortem, int? version = null) => $"/postmortems/{postmortem}/history/authors{(version is null ? "" : $"?version={version}")}";

    public static string Changes(int postmortem, int earlier, int later) => $"/postmortems/{postmortem}/history?earlier={earlier}&later={later}#changes";

    public static string KeptText(int postmortem, Guid kept) => $"/postmortems/{postmortem}/kept/{kept}";

    public static string Attachments(int postmortem) => $"/postmortems/{postmortem}/attachments";

    public static string AttachmentsBefore(int postmortem, Guid last) => $"/postmortems/{postmortem}/attachments?before={last}";

    public static string AddAttachment(int postmortem) => $"/postmortems/{postmortem}/attachments/files";

    public static string AttachmentsApi(int postmortem) => $"/api/postmortems/{postmortem}/attachments";

    public static string DeleteAttachment(int postmortem, Guid id) => $"/postmortems/{postmortem}/attachments/{id}/deletion";

    public static string RestoreAttachment(int postmortem, Guid id) => $"/postmortems/{postmortem}/attachments/{id}/deletion/undo";

    /// <param name="width">Told in the address, so that a page keeps room for the picture without asking.</param>
    public static string Attachment(Guid id, int? width = null, int? height = null) => width is null ? $"/attachments/{id}" : $"/attachments/{id}#{width}x{height}";

    public static string DescribePostmortem(int number) => $"/postmortems/{number}/about";

    public static string DeletePostmortem(int number) => $"/postmortems/{number}/deletion";

    public static string RestorePostmortem(int number) => $"/postmortems/{number}/deletion/undo";

    public static string Comments(int postmortem) => $"/postmortems/{postmortem}/comments";

    public static string ResolvedComments(int postmortem) => $"/postmortems/{postmortem}/comments?show=resolved";

    public static string CommentsBefore(int postmortem, bool resolved, Guid last) => $"/postmortems/{postmortem}/comments?before={last}{(resolved ? "&show=resolved" : "")}";

    /// <summary>Among the resolved threads when it is one of them.</summary>
    public static string Thread(int postmortem, Guid thread) => $"/postmortems/{postmortem}/comments?thread={thread}#thread-{thread}";

    public static string OpenThread(int postmortem, Guid thread) => $"/postmortems/{postmortem}/comments#thread-{thread}";

    /// <summary>The document, with a thread opened beside its passage.</summary>
    public static string DocumentAt(int postmortem, Guid thread) => $"/postmortems/{postmortem}?thread={thread}#comments";

    public static string ResolveThread(int postmortem, Guid thread) => $"/postmortems/{postmortem}/comments/threads/{thread}/resolution";

    public static string ReopenThread(int postmortem, Guid thread) => $"/postmortems/{postmortem}/comments/threads/{thread}/resolution/undo";

    public static string DeleteComment(int postmortem, Guid comment) => $"/postmortems/{postmortem}/comments/{comment}/deletion";

    public static string RestoreComment(int postmortem, Guid comment) => $"/postmortems/{postmortem}/comments/{comment}/deletion/undo";

    public static string CommentTakenBack(int postmortem, Guid comment) => $"/postmortems/{postmortem}/comments?taken-back={comment}";

    public static string CommentStream(int postmortem) => $"/api/postmortems/{postmortem}/comments/stream";

    public static string WordingApi(int postmortem) => $"/api/postmortems/{postmortem}/wording";

    public static string Causes(int postmortem) => $"/postmortems/{postmortem}/causes";

    public static string NewCause(int postmortem) => $"/postmortems/{postmortem}/causes/new";

    public static string EditCause(int postmortem, Guid cause) => $"/postmortems/{postmortem}/causes/{cause}";

    public static string MoveCause(int postmortem, Guid cause) => $"/postmortems/{postmortem}/causes/{cause}/place";

    public static string DeleteCause(int postmortem, Guid cause) => $"/postmortems/{postmortem}/causes/{cause}/deletion";

    public static string RestoreCause(int postmortem, Guid cause) => $"/postmortems/{postmortem}/causes/{cause}/deletion/undo";

    public static string TimelineEntry(int incident, Guid entry) => $"/incidents/{incident}/timeline#entry-{entry}";

    public static string Cause(int postmortem, Guid cause) => $"/postmortems/{postmortem}/causes#{CausePlace(cause)}";

    /// <summary>The id of a cause in the list of its postmortem's causes.</summary>
    public static string CausePlace(Guid cause) => $"cause-{cause}";

    public static string ActionItemsOf(int postmortem) => $"/postmortems/{postmortem}/action-items";

    public static string NewActionItem(int postmortem) => $"/postmortems/{postmortem}/action-items/new";

    public static string ActionItem(int number) => $"/action-items/{number}";

    public static string EditActionItem(int number) => $"/action-items/{number}/edit";

    public static string DeleteActionItem(int number) => $"/action-items/{number}/deletion";

    public static string RestoreActionItem(int number) => $"/action-items/{number}/deletion/undo";

    /// <param name="after">The key of the last row of the page before.</param>
    public static string ActionItemsIn(ActionItemView view, ActionItemFilter filter, ActionItemKey? after = null) =>
        QueryHelpers.AddQueryString(ActionItems, QueryOf(view, filter, after));

    public static string ActionItemsBoardOf(ActionItemView view, ActionItemFilter filter) =>
        QueryHelpers.AddQueryString(ActionItemsBoard, QueryOf(view, filter, after: null));

    /// <param name="after">The key of the last row of the page before.</param>
    public static string PatternsIn(PatternView view, string? after = null) =>
        (view, after) switch
        {
            (PatternView.All, null) => Patterns,
            (_, null) => $"/patterns?view={view.ToString().ToLowerInvariant()}",
            _ => $"/patterns?view={view.ToString().ToLowerInvariant()}&after={after}",
        };

    /// <summary>"80.5_3_12": where a page of patterns ends.</summary>
    public static string PatternKeyText(PatternKey last) => string.Create(CultureInfo.InvariantCulture, $"{last.Weight:R}_{last.Postmortems}_{last.Number}");

    public static string Pattern(int number) => $"/patterns/{number}";

    public static string Ledger(int pattern) => $"/patterns/{pattern}#ledger";

    public static string LedgerBefore(int pattern, LedgerKey last) => $"/patterns/{pattern}?moves={last.At.UtcTicks.ToString(CultureInfo.InvariantCulture)}_{last.Id}#ledger";

    public static string PlanAutomation(int number) => $"/patterns/{number}?plan=open#automation";

    public static string PatternRunbook(int number) => $"/patterns/{number}/runbook.md";

    public static string AutomationRuns(int number) => $"/api/patterns/{number}/runs";

    public static string RevokeAutomationToken(int number, Guid id) => $"/patterns/{number}/automation-tokens/{id}/revocation";

    public static string PatternMembers(int number) => $"/patterns/{number}/members";

    public static string PatternInboxAfter(SuggestionKey last) => $"{PatternInbox}?after={last.Rank.ToString("R", CultureInfo.InvariantCulture)}_{last.Id}";

    public static string SuggestionPlace(Guid id) => $"suggestion-{id}";

    public static string ConfirmPattern(int number) => $"/patterns/{number}/confirmation";

    public static string DismissPattern(int number) => $"/patterns/{number}/dismissal";

    public static string RecallPattern(int number) => $"/patterns/{number}/dismissal/undo";

    public static string AcceptPattern(int number) => $"/patterns/{number}/acceptance";

    public static string WithdrawAcceptance(int number) => $"/patterns/{number}/acceptance/undo";

    public static string PinPattern(int number) => $"/patterns/{number}/pin";

    public static string UnpinPattern(int number) => $"/patterns/{number}/pin/undo";

    public static string AnswerMembers(int number) => $"/patterns/{number}/members/answer";

    public static string MergePatterns(int number) => $"/patterns/{number}/merge";

    public static string UndoMerge(int number) => $"/patterns/{number}/merge/undo";

    public static string RejectSuggestion(Guid id) => $"/patterns/inbox/{id}/rejection";

    public static string RetrosBefore(RetroKey last) => $"{Retros}?before={last.MeetsAt.UtcTicks}.{last.Number}";

    public static string Retro(int number) => $"/retros/{number}";

    public static string EditRetro(int number) => $"/retros/{number}/edit";

    public static string LeadRetro(int number) => $"/retros/{number}/lead";

    public static string TakePart(int number) => $"/retros/{number}/part";

    public static string Projector(int number) => $"/retros/{number}/projector";

    public static string RetroMinutes(int number) => $"/retros/{number}/minutes";

    public static string RetroMinutesFile(int number) => $"/retros/{number}/minutes.md";

    public static string RetroStream(int number) => $"/api/retros/{number}/stream";

    public static string DecideCard(int number, Guid card, DecisionKind? kind = null) => $"/retros/{number}/cards/{card}{(kind is null ? "" : $"?kind={kind}")}";

    /// <summary>Where the one-button forms of a retro are sent: "pack", "run", "seat", "cards/…/vote".</summary>
    public static string RetroForm(int number, string form) => $"/retros/{number}/{form}";

    public static string RetroCardForm(int number, Guid card, string form) => $"/retros/{number}/cards/{card}/{form}";

    public static string Service(string name) => $"/services/{Uri.EscapeDataString(name)}";

    public static string PostmortemsOfService(string name) => $"/postmortems?service={Uri.EscapeDataString(name)}";

    public static string DeleteService(Guid id) => $"/services/{id}/deletion";

    public static string RestoreService(Guid id) => $"/services/{id}/deletion/undo";

    /// <param name="from">The key of the template to copy.</param>
    public static string NewTemplate(string? from = null) => from is null ? "/templates/new" : $"/templates/new?from={Uri.EscapeDataString(from)}";

    public static string Template(Guid id) => $"/templates/{id}";

    public static string DeleteTemplate(Guid id) => $"/templates/{id}/deletion";

    public static string RestoreTemplate(Guid id) => $"/templates/{id}/deletion/undo";

    public static string HelpAbout(string topic) => $"/help/{topic}";

    public static string SearchFor(string words) => $"/search?words={Uri.EscapeDataString(words)}";

    public static string ImportOf(Guid batch) => $"/import/{batch}";

    public static string ImportOf(Guid batch, int after, Guid file) => $"/import/{batch}?after={after}&file={file}#beside";

    public static string AcceptInvitation(string secret) => $"/invitation/{Uri.EscapeDataString(secret)}";

    public static string SignInThen(string path) => $"/sign-in?next={Uri.EscapeDataString(path)}";

    public static string RevokeApiToken(Guid id) => $"/account/tokens/{id}/revocation";

    public static string ChangeRole(Guid person) => $"/administration/people/{person}/role";

    public static string PasswordLink(Guid person) => $"/administration/people/{person}/password-link";

    public static string ChoosePassword(string secret) => $"/password/{Uri.EscapeDataString(secret)}";

    public static string DisablePerson(Guid person) => $"/administration/people/{person}/disabling";

    public static string EnablePerson(Guid person) => $"/administration/people/{person}/enabling";

    public static string EndSessions(Guid person) => $"/administration/people/{person}/sessions/end";

    public static string WithdrawInvitation(Guid id) => $"/administration/invitations/{id}/withdrawal";

    public static string PeopleAfter(string name, Guid id) => $"{People}?after={Uri.EscapeDataString(name)}&id={id}";

    public static string AuditLogBefore(string? verb, string key) => $"{AuditLog}?verb={Uri.EscapeDataString(verb ?? "")}&before={key}";

    public static string ErrandsAfter(Guid id) => $"{Errands}?after={id}";

    public static string RetryErrand(Guid id) => $"/administration/errands/{id}/retry";

    private static IEnumerable<KeyValuePair<string, string?>> QueryOf(ActionItemView view, ActionItemFilter filter, ActionItemKey? after) =>
        new Dictionary<string, string?>
        {
            ["view"] = view is ActionItemView.Open ? null : view.ToString(),
            ["words"] = filter.Words,
            ["owner"] = filter.OwnerId?.ToString(),
            ["service"] = filter.ServiceId?.ToString(),
            ["priority"] = filter.Priority?.ToString(),
            ["type"] = filter.Type?.ToString(),
            ["after"] = after?.ToString(),
        }.Where(pair => !string.IsNullOrEmpty(pair.Value));
}
