using System.Text;
using Postmortems.PatternEngine;

namespace Postmortems.Web.Help;

/// <summary>The help page of the concepts, written from the concepts themselves so that it cannot be out of date.</summary>
internal static class ConceptsOfOperations
{
    public static string Text()
    {
        var page = new StringBuilder("Causes and fix steps are compared by their words and by these concepts: what people mean, in whatever words they say it. A concept never decides alone; it is one of the things that two statements share, and the page of a pattern says which.\n");

        foreach (var field in Concept.All.GroupBy(concept => concept.Field))
        {
            page.Append($"\n## {field.Key}\n");

            foreach (var concept in field)
            {
                page.Append($"\n### {concept.Sentence}\n\n");
                page.AppendLine("| is read in | is not read in |").AppendLine("| --- | --- |");
                page.AppendLine($"| {Cell(concept.Examples)} | {Cell(concept.Counterexamples)} |");
            }
        }

        return page.ToString();
    }

    private static string Cell(IEnumerable<string> sentences) => string.Join(" · ", sentences).Replace("|", "\\|", StringComparison.Ordinal);
}
