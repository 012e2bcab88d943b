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
        ["frame"] = "Smaller questions, for those who are coached",
    };

    public static string Text()
    {
        var page = new StringBuilder("Each rule asks one question. High and medium stand beside the text while writing, low only in coach mode. Nothing is ever blocked or counted by person.\n");

        foreach (var category in Postmortems.Language.Rules.Shipped.GroupBy(rule => rule.Category))
        {
            page.Append($"\n## {Headings.GetValueOrDefault(category.Key, category.Key)}\n");

            foreach (var rule in category)
            {
                page.Append($"\n### {rule.Id}\n\n{rule.Why} **{rule.Question}** Severity: {rule.Severity.ToString().ToLowerInvariant()}.\n\n| asks | is silent |\n| --- | --- |\n| {string.Join("<br>", rule.Asks)} | {string.Join("<br>", rule.Silent)} |\n".Replace("<br>", " · ", StringComparison.Ordinal));
            }
        }

        return page.ToString();
    }
}
