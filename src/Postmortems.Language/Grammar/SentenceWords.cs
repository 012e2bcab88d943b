using Postmortems.Language.Reading;

namespace Postmortems.Language.Grammar;

/// <summary>The words of one sentence with what the grammar says of each. What was found out about a place is kept: many phrases ask the same.</summary>
/// <param name="names">Of people, in lower case.</param>
/// <param name="effort">Where somebody counts.</param>
internal sealed class SentenceWords(List<Word> words, KnownWords grammar, IReadOnlySet<string> names, Effort? effort = null)
{
    private readonly Speech[] speech = new Speech[words.Count];
    private readonly bool?[] personHeads = new bool?[words.Count];
    private readonly Subject?[] subjects = new Subject?[words.Count];
    private readonly int?[] endsOfPeople = new int?[words.Count];
    private bool isParsed;

    public int Count => words.Count;

    public Word this[int index] => words[index];

    public string Text(int index)
    {
        Look();
        return index >= 0 && index < words.Count ? words[index].Text : "";
    }

    public bool IsMark(int index) => words[index].Kind == WordKind.Mark;

    public bool IsWord(int index) => words[index].Kind == WordKind.Word;

    public bool IsAdverb(int index) => Is(index, Speech.Adverb);

    public bool IsAuxiliary(int index) => Is(index, Speech.Auxiliary);

    public bool IsDeterminer(int index) => Is(index, Speech.Determiner);

    public bool IsPreposition(int index) => Is(index, Speech.Preposition);

    public bool IsConnector(int index) => Is(index, Speech.Connector);

    public bool IsTime(int index) => Is(index, Speech.Time);

    public bool IsOutsider(int index) => Is(index, Speech.Outsider);

    public bool IsAfterPerson(int index) => Is(index, Speech.AfterPerson);

    public bool IsUsObject(int index) => Is(index, Speech.UsObject);

    public bool IsNegation(int index) => Is(index, Speech.Negation);

    public bool IsNoOne(int index) => Is(index, Speech.NoOne);

    public bool IsPart(int index) => Is(index, Speech.Part);

    public bool IsRelativeOfPeople(int index) => Is(index, Speech.RelativeOfPeople);

    public bool IsRelative(int index) => Is(index, Speech.Relative);

    public bool IsUs(int index) => Is(index, Speech.Us);

    public bool IsPronounOfPeople(int index) => Is(index, Speech.PronounOfPeople);

    public bool IsThey(int index) => Is(index, Speech.They);

    public bool IsPronounOfThing(int index) => Is(index, Speech.PronounOfThing);

    public bool IsVerb(int index) => Is(index, Speech.Auxiliary | Speech.Verb);

    public bool IsGerund(int index) => Is(index, Speech.Gerund);

    /// <summary>The 's of "the vendor's technician", not the one of "the vendor's going".</summary>
    public bool IsOwnersMark(int index) =>
        Text(index) == "'s" && index + 1 < Count && IsWord(index + 1) && !Is(index + 1, Speech.Auxiliary | Speech.Verb | Speech.Gerund | Speech.Adverb | Speech.Determiner | Speech.Preposition | Speech.Negation);

    /// <summary>A role, a team or a known name stands here as the last word of its group: "the operator", not "the operator pod".</summary>
    public bool IsPersonHead(int index)
    {
        Look();
        return index >= 0 && index < words.Count && words[index].Kind == WordKind.Word && (personHeads[index] ??= Roles.IsHead(this, index, grammar, names));
    }

    /// <summary>A department under its bare name, "customer care" included; "the marketing" is a thing.</summary>
    public bool IsDepartment(int first, int last) => Roles.AreBare(this, first, last, grammar, Speech.Department);

    public bool MayBeDepartment(int first, int last) => Roles.AreBare(this, first, last, grammar, Speech.AlsoDepartment);

    /// <summary>Looks like the plural of a thing.</summary>
    public bool MayBeThings(int index) =>
        IsWord(index) && Text(index) is [_, _, _, .., 's'] && !Is(index, Speech.Auxiliary | Speech.Verb | Speech.Adverb | Speech.Time | Speech.Preposition | Speech.Determiner);

    /// <summary>Of the verb at a place.</summary>
    public Subject SubjectOf(int verb) => verb < words.Count ? subjects[verb] ??= SubjectTest.Of(this, verb) : SubjectTest.Of(this, verb);

    /// <returns>The index behind a group that means people, or -1.</returns>
    public int EndOfPeople(int start) => start >= words.Count ? -1 : endsOfPeople[start] ??= PeopleAhead.EndOf(this, start);

    public bool Is(int index, Speech parts)
    {
        Look();

        if (!isParsed)
        {
            Parse();
        }

        return index >= 0 && index < speech.Length && (speech[index] & parts) != Speech.None;
    }

    private void Parse()
    {
        isParsed = true;

        for (var at = 0; at < speech.Length; at++)
        {
            speech[at] = grammar.Of(words[at].Text);
        }
    }

    private void Look()
    {
        if (effort is not null)
        {
            effort.Looks++;
        }
    }
}
