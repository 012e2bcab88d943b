using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.ImportExport;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Domain.Patterns.Fixes;
using Postmortems.Domain.Patterns.Meanings;
using Postmortems.Domain.Retros;
using Postmortems.Domain.Reviews;
using Postmortems.Domain.Search;
using Postmortems.Domain.Services;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Attachments;
using Postmortems.Domain.Writing.Comments;
using Postmortems.Domain.Writing.History;
using Postmortems.Domain.Writing.Templates;
using Postmortems.Domain.Writing.Together;
using Postmortems.Domain.Writing.Wording;

namespace Postmortems.Domain;

/// <summary>The database. Mappings stand beside their entities.</summary>
public sealed class PostmortemsDb(DbContextOptions<PostmortemsDb> options) : DbContext(options)
{
    public DbSet<User> Users => Set<User>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<SetupCode> SetupCodes => Set<SetupCode>();

    public DbSet<PasswordLink> PasswordLinks => Set<PasswordLink>();

    public DbSet<SignInTries> SignInTries => Set<SignInTries>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<Service> Services => Set<Service>();

    public DbSet<Incident> Incidents => Set<Incident>();

    public DbSet<ImpactWindow> ImpactWindows => Set<ImpactWindow>();

    public DbSet<TimelineEntry> TimelineEntries => Set<TimelineEntry>();

    public DbSet<Postmortem> Postmortems => Set<Postmortem>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<DocumentChange> DocumentChanges => Set<DocumentChange>();

    public DbSet<DocumentVersion> DocumentVersions => Set<DocumentVersion>();

    public DbSet<TeamTemplate> TeamTemplates => Set<TeamTemplate>();

    public DbSet<TemplateEdition> TemplateEditions => Set<TemplateEdition>();

    public DbSet<TemplateRule> TemplateRules => Set<TemplateRule>();

    public DbSet<Sitting> Sittings => Set<Sitting>();

    public DbSet<KeptAuthorship> Authorships => Set<KeptAuthorship>();

    public DbSet<KeptText> KeptTexts => Set<KeptText>();

    public DbSet<CommentThread> CommentThreads => Set<CommentThread>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<Mention> Mentions => Set<Mention>();

    public DbSet<WordingAnswer> WordingAnswers => Set<WordingAnswer>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<AttachmentContent> AttachmentContents => Set<AttachmentContent>();

    public DbSet<Amendment> Amendments => Set<Amendment>();

    public DbSet<Cause> Causes => Set<Cause>();

    public DbSet<ActionItem> ActionItems => Set<ActionItem>();

    public DbSet<Pattern> Patterns => Set<Pattern>();

    public DbSet<PatternMember> PatternMembers => Set<PatternMember>();

    public DbSet<AutomationRun> AutomationRuns => Set<AutomationRun>();

    public DbSet<AutomationToken> AutomationTokens => Set<AutomationToken>();

    public DbSet<PatternLedgerEntry> PatternLedger => Set<PatternLedgerEntry>();

    public DbSet<PatternSuggestion> PatternSuggestions => Set<PatternSuggestion>();

    public DbSet<Retro> Retros => Set<Retro>();

    public DbSet<RetroCard> RetroCards => Set<RetroCard>();

    public DbSet<RetroVote> RetroVotes => Set<RetroVote>();

    public DbSet<RetroComment> RetroComments => Set<RetroComment>();

    public DbSet<RetroSeat> RetroSeats => Set<RetroSeat>();

    public DbSet<RetroPulse> RetroPulses => Set<RetroPulse>();

    public DbSet<StatementVector> StatementVectors => Set<StatementVector>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    public DbSet<ImportFile> ImportFiles => Set<ImportFile>();

    public DbSet<AuditEntry> AuditLog => Set<AuditEntry>();

    public DbSet<Errand> Errands => Set<Errand>();

    public DbSet<SentForm> SentForms => Set<SentForm>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<IdentityUserClaim<Guid>> UserClaims => Set<IdentityUserClaim<Guid>>();

    public DbSet<IdentityUserLogin<Guid>> UserLogins => Set<IdentityUserLogin<Guid>>();

    public DbSet<IdentityUserToken<Guid>> UserTokens => Set<IdentityUserToken<Guid>>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());

        // Words in the database read as they do in code, and inserting a value in the middle breaks nothing.
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(PostmortemsDb).Assembly);
}
