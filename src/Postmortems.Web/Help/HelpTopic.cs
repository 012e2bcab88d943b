namespace Postmortems.Web.Help;

/// <summary>A page of help: Markdown in this folder, shipped inside the program.</summary>
/// <param name="Key">Its place in the address and the name of its file.</param>
public sealed record HelpTopic(string Key, string Title, string Summary)
{
    private const string Rules = "questions-about-language";
    private const string Concepts = "concepts";

    public static readonly IReadOnlyList<HelpTopic> All =
    [
        new("getting-started", "Getting started", "From a first incident to a postmortem that is published."),
        new("writing-a-document", "Writing a document", "Live blocks, the menu behind /, people and references."),
        new("comments", "Comments and who is here", "Talking about a passage, calling somebody, and seeing who writes at the same time."),
        new("writing-without-blame", "Writing a postmortem without blame", "Conditions instead of persons, and what the questions beside your text mean."),
        new(Rules, "Questions about language, one by one", "Every rule with its question, and sentences in which it asks and in which it does not."),
        new("times", "Times, zones and precision", "How to tell a time, also one that nobody knows exactly."),
        new("templates", "Templates", "The sections in which your team writes, and which ones are offered first."),
        new("history", "History and amendments", "What changed, who wrote which words, and how published postmortems change."),
        new("importing", "Importing an archive", "Old postmortems in Markdown, and what becomes of them."),
        new("patterns", "Patterns and automation", "What keeps recurring, why it is grouped, and how to be rid of it."),
        new("retros", "Retros", "A meeting that decides about what keeps recurring, and opens its decisions first next time."),
        new(Concepts, "What the engine reads", "Every concept by which causes and fix steps are compared, with sentences that say it and sentences that come near."),
        new("keyboard", "Keyboard", "Every key, and how to switch them off."),
    ];

    public static HelpTopic? Find(string key) => All.FirstOrDefault(topic => topic.Key == key);

    public string Text()
    {
        if (Key == Rules)
        {
            return RulesOfLanguage.Text();
        }

        if (Key == Concepts)
        {
            return ConceptsOfOperations.Text();
        }

        using var stream = typeof(HelpTopic).Assembly.GetManifestResourceStream($"Help/{Key}.md") ?? throw new InvalidOperationException($"The help page {Key} is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
