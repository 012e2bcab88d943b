using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Keeps the inbox in step with what the engine proposes. What people said no to is not suggested again.</summary>
internal static class Inbox
{
    public static async Task SuggestAsync(PostmortemsDb db, IEnumerable<Grouped> all, DateTimeOffset now, CancellationToken cancel)
    {
        var waiting = await db.PatternSuggestions.Where(suggestion => suggestion.Answer == null).ToDictionaryAsync(suggestion => suggestion.Key, cancel);
        var refused = await db.PatternSuggestions
            .Where(suggestion => suggestion.Answer != null && !suggestion.Answer.IsAccepted && (suggestion.Kind == SuggestionKind.Merge || suggestion.Kind == SuggestionKind.Split))
            .ToListAsync(cancel);

        foreach (var (placing, weighing, proposal) in all.SelectMany(grouped => grouped.Placing.Proposals.Where(proposal => IsOpen(proposal, refused)).GroupBy(KeyOf).Select(same => (grouped.Placing, grouped.Weighing, Together(same)))))
        {
            if (!waiting.Remove(KeyOf(proposal), out var suggestion))
            {
                suggestion = db.PatternSuggestions.Add(new PatternSuggestion(proposal.Kind, proposal.Pattern.Id, proposal.Other?.Id, now)).Entity;
            }

            suggestion.Say(weighing.Weigh(proposal, placing.Places));
        }

        db.PatternSuggestions.RemoveRange(waiting.Values);
    }

    private static bool IsOpen(Proposal proposal, List<PatternSuggestion> refused) => proposal.Kind switch
    {
        SuggestionKind.NewPattern => proposal.Pattern.State is PatternState.Proposed,
        SuggestionKind.Merge => refused.TrueForAll(no => no.Key != KeyOf(proposal)),
        SuggestionKind.Split => refused.TrueForAll(no => no.Key != KeyOf(proposal) || proposal.Members.Count >= no.Members.Count + 2),
        _ => true,
    };

    /// <summary>Several groups may want to join one pattern; people answer once.</summary>
    private static Proposal Together(IEnumerable<Proposal> same)
    {
        Proposal[] proposals = [.. same];
        return proposals[0] with { Members = [.. proposals.SelectMany(proposal => proposal.Members).Distinct()] };
    }

    private static (SuggestionKind, Guid, Guid?) KeyOf(Proposal proposal) => (proposal.Kind, proposal.Pattern.Id, proposal.Other?.Id);
}

/// <summary>How the causes, or the fix steps, were dealt out to patterns.</summary>
internal sealed record Grouped(Placing Placing, Weighing Weighing);
