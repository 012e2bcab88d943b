using Postmortems.Domain.Causes;
using Postmortems.PatternEngine;

namespace Postmortems.Web.Causes;

/// <summary>
/// What the words of a cause suggest as its kind. Only beside a cause that is stored and has none: whoever writes first
/// says it without being led.
/// </summary>
internal static class LeafHint
{
    private const string Usual = "So that the same kind can be found in other postmortems. Leave it open when none fits.";

    public static string For(CauseForm form, bool isNew)
    {
        if (isNew || !string.IsNullOrEmpty(form.Leaf) || string.IsNullOrWhiteSpace(form.Statement))
        {
            return Usual;
        }

        var suggested = Concept.SaidIn(form.Statement)
            .Where(concept => !concept.IsFix && concept.Leaf is not null && Taxonomy.Find(concept.Leaf) is not null)
            .GroupBy(concept => concept.Leaf!)
            .MaxBy(concepts => concepts.Count());

        return suggested is null ? Usual : $"{Usual} Its words suggest “{Taxonomy.Find(suggested.Key)!.Label}”, because they may say: {suggested.First().Sentence}.";
    }
}
