namespace Postmortems.Language.Grammar;

internal enum ElementKind
{
    Word,
    Not,
    Gap,
    People,

    /// <summary>People, or a word in capitals that could be a name: what it owns must need a mind.</summary>
    Owner,

    /// <summary>People, or a word in capitals that could be a name: what it does must need a mind.</summary>
    Named,
    Beginning,
}

/// <summary>One place of a phrase.</summary>
internal sealed class Element
{
    /// <summary>Long enough to be rare, short enough to begin most words of a kind.</summary>
    public const int AnchorLength = 4;

    private const string People = "<people>";

    private readonly WordClass words;
    private readonly List<WordClass> classes;

    private Element(ElementKind kind, bool isOptional, IEnumerable<string> alternatives, Vocabulary vocabulary)
    {
        var all = alternatives.ToList();
        AlsoPeople = all.Remove(People);
        Kind = kind;
        IsOptional = isOptional;
        words = new WordClass(all.Where(word => word[0] != '<' || word.Length == 1));
        classes = [.. all.Where(word => word[0] == '<' && word.Length > 1).Select(word => vocabulary[word[1..^1]])];
        Anchors = kind == ElementKind.Word && !isOptional && !AlsoPeople && classes.TrueForAll(one => one.Listed is not null)
            ? [.. all.Where(word => word[0] != '<').Concat(classes.SelectMany(one => one.Listed!)).Select(Anchor).Distinct(StringComparer.Ordinal)]
            : null;
    }

    public ElementKind Kind { get; }

    public bool IsOptional { get; }

    /// <summary>One of the alternatives is a group that means people.</summary>
    public bool AlsoPeople { get; }

    /// <summary>Null where the place says nothing that could be looked up.</summary>
    public IReadOnlyCollection<string>? Anchors { get; }

    public bool Has(string word) => words.Has(word) || classes.Exists(one => one.Has(word));

    public static string Anchor(string word)
    {
        var whole = word.TrimEnd('*');
        return whole.Length <= AnchorLength ? whole : whole[..AnchorLength];
    }

    public static Element Read(string element, Vocabulary vocabulary) => element switch
    {
        "^" => new Element(ElementKind.Beginning, false, [], vocabulary),
        "..." => new Element(ElementKind.Gap, false, [], vocabulary),
        People => new Element(ElementKind.People, false, [], vocabulary),
        "<owner>" => new Element(ElementKind.Owner, false, [], vocabulary),
        "<named>" => new Element(ElementKind.Named, false, [], vocabulary),
        ['!', .. var not] => new Element(ElementKind.Not, false, not.Split('|'), vocabulary),
        [.. var may, '?'] => new Element(ElementKind.Word, true, may.Split('|'), vocabulary),
        _ => new Element(ElementKind.Word, false, element.Split('|'), vocabulary),
    };
}
