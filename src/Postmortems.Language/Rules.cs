using Postmortems.Language.Languages;
using Postmortems.Language.Promises;

namespace Postmortems.Language;

/// <summary>The rules that are shipped: each means something in any team's documents.</summary>
public static class Rules
{
    /// <summary>English is complete; the others are begun.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "de", "es"];

    internal static IReadOnlyList<SpokenLanguage> Spoken { get; } = [.. Languages.Select(language => new SpokenLanguage(LanguageFile.Read(language)))];

    /// <summary>In every language, with those that ask about action items.</summary>
    public static IReadOnlyList<Rule> Shipped { get; } = [.. Spoken.SelectMany(language => language.Rules), .. TitleRule.All.Select(title => title.Rule)];

    public static Rule? Find(string id, string language) => Shipped.FirstOrDefault(rule => rule.Id == id && rule.Language == language);
}
