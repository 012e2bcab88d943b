using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Postmortems.Domain.Writing.Templates;

namespace Postmortems.Domain.Writing.Drafts;

/// <summary>What nobody has told yet stands in a draft as a question that everybody sees, and never as a guess.</summary>
internal static class OpenQuestion
{
    private const string Begins = "Not known yet";

    /// <returns>Empty when nothing is to be asked.</returns>
    public static string Of(DraftFacts facts, IReadOnlyList<KnownFacts> incidents) =>
        string.Join('\n', incidents
            .Select(incident => (incident.Number, Question: Question(facts, incident)))
            .Where(asked => asked.Question.Length > 0)
            .Select(asked => $"> {Begins}{(incidents.Count > 1 ? $" of INC-{asked.Number}" : "")}: {asked.Question}"));

    /// <summary>A section that holds only such questions is still to be written.</summary>
    public static bool Is(Block block) =>
        block is QuoteBlock quote && quote.FirstOrDefault() is ParagraphBlock { Inline.FirstChild: LiteralInline first } && first.Content.ToString().StartsWith(Begins, StringComparison.Ordinal);

    private static string Question(DraftFacts facts, KnownFacts incident) => facts switch
    {
        DraftFacts.Summary when incident.Summary.Length == 0 => "what happened, to whom, and for how long?",
        DraftFacts.Impact when incident.Windows.Count == 0 && incident.Times.Impact is null => "from when to when did it hurt, and whom?",
        DraftFacts.Impact when incident.Services.Count == 0 => "which services were affected?",
        DraftFacts.Detection when incident.Times.Detected is null => "when was it detected, and by what?",
        DraftFacts.Resolution when incident.Times.Mitigated is null && incident.Times.Resolved is null => "when was the impact over, and when was it resolved?",
        _ => "",
    };
}
