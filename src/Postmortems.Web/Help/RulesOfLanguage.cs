using System.Text;
using Postmortems.Language;

namespace Postmortems.Web.Help;

/// <summary>The help page of the language check, written from the rules themselves so that it cannot be out of date.</summary>
internal static class RulesOfLanguage
{
    private static readonly Dictionary<string, string> Headings = new()
    {
        ["blame"] = "A person as the explanation",
        ["hindsight"] = "What is known only now",
        ["label"] = "Labels in place of a mechanism",
        ["judgement"] = "Judgement, heat and irony",
        ["naming"] = "Who it was instead of what was so",
        ["fix"] = "Asking for different people",
        ["action-item"] = "Action items without an end, for those who are coached",
        ["frame"] = "Smaller questions, for those who are coached",
    };

    private static readonly Dictionary<string, string> Begun = new() { ["de"] = "In German, begun", ["es"] = "In Spanish, begun" };

    public static string Text()
    {
        var page = new StringBuilder("Each rule asks one question. High and medium stand beside the text while writing, low only in coach mode. Nothing is ever blocked or counted by person. A document tells its language by its commonest words. English is complete. German and Spanish are begun: of fifteen new sentences in each that name somebody guilty they asked about four, and of fifteen calm ones about none.\n");

        foreach (var part in Postmortems.Language.Rules.Shipped.GroupBy(HeadingOf))
        {
            page.Append($"\n## {part.Key}\n");

            foreach (var rule in part)
            {
                page.Append($"\n### {rule.Id}\n\n{rule.Why} **{rule.Question}** Severity: {rule.Severity.ToString().ToLowerInvariant()}.\n\n| asks | is silent |\n| --- | --- |\n| {string.Join(" · ", rule.Asks)} | {string.Join(" · ", rule.Silent)} |\n");
            }
        }

        return page.ToString();
    }

    private static string HeadingOf(Rule rule) =>
        Begun.GetValueOrDefault(rule.Language) ?? Headings.GetValueOrDefault(rule.Category) ?? rule.Category;
}
