using Postmortems.Language.Reading;

namespace Postmortems.Language.Grammar;

/// <summary>The words of one sentence with what the grammar says of each.</summary>
/// <param name="names">Of people, in lower case.</param>
/// <param name="effort">Where somebody counts.</param>
internal sealed class SentenceWords(List<Word> words, PartsOfSpeech grammar, IReadOnlySet<string> names, Effort? effort = null)
{
    public int Count => words.Count;

    public Word this[int index] => words[index];

    public string Text(int index)
    {
        if (effort is not null)
        {
            effort.Looks++;
        }

        return index >= 0 && index < words.Count ? words[index].Text : "";
    }

    public bool IsMark(int index) => words[index].Kind == WordKind.Mark;

    public bool IsWord(int index) => words[index].Kind == WordKind.Word;

    public bool IsAdverb(int index) => grammar.Adverb.Has(Text(index));

    public bool IsAuxiliary(int index) => grammar.Auxiliary.Has(Text(index));

    public bool IsDeterminer(int index) => grammar.Determiner.Has(Text(index));

    public bool IsPreposition(int index) => grammar.Preposition.Has(Text(index));

    public bool IsConnector(int index) => grammar.Connector.Has(Text(index));

    public bool IsTime(int index) => grammar.Time.Has(Text(index));

    /// <summary>Customers and the like: what befalls them is impact, not what a rule asks about.</summary>
    public bool IsOutsider(int index) => grammar.Outsider.Has(Text(index));

    public bool IsAfterPerson(int index) => grammar.AfterPerson.Has(Text(index));

    public bool IsUsObject(int index) => grammar.UsObject.Has(Text(index));

    public bool IsNegation(int index) => grammar.Negation.Has(Text(index));

    public bool IsNoOne(int index) => grammar.NoOne.Has(Text(index));

    public bool IsPart(int index) => grammar.Part.Has(Text(index));

    public bool IsRelativeOfPeople(int index) => grammar.RelativeOfPeople.Has(Text(index));

    public bool IsRelative(int index) => grammar.Relative.Has(Text(index));

    public bool IsUs(int index) => grammar.Us.Has(Text(index));

    public bool IsPronounOfPeople(int index) => grammar.PronounOfPeople.Has(Text(index));

    public bool IsThey(int index) => grammar.They.Has(Text(index));

    public bool IsPronounOfThing(int index) => grammar.PronounOfThing.Has(Text(index));

    public bool IsVerb(int index) => IsAuxiliary(index) || grammar.Verb.Has(Text(index));

    public bool IsGerund(int index) => grammar.Gerund.Has(Text(index));

    /// <summary>The 's of "the vendor's technician", not the one of "the vendor's going".</summary>
    public bool IsOwnersMark(int index) =>
        Text(index) == "'s" && index + 1 < Count && IsWord(index + 1) && !IsVerb(index + 1) && !IsGerund(index + 1) && !IsAdverb(index + 1) && !IsDeterminer(index + 1) && !IsPreposition(index + 1) && !IsNegation(index + 1);

    /// <summary>A role, a team or a known name stands here as the last word of its group: "the operator", not "the operator pod".</summary>
    public bool IsPersonHead(int index)
    {
        if (index < 0 || index >= words.Count || words[index].Kind != WordKind.Word)
        {
            return false;
        }

        var text = Text(index);

        if (text[0] == '@' || (words[index].IsCapital && names.Contains(text)))
        {
            return true;
        }

        var compound = index > 0 ? $"{Text(index - 1)} {text}" : "";

        if (grammar.Thing.Has(compound))
        {
            return false;
        }

        if (index > 0 && grammar.Body.Has(text) && (IsDepartment(index - 1, index - 1) || MayBeDepartment(index - 1, index - 1)))
        {
            return true;
        }

        return (grammar.Person.Has(text) || grammar.Person.Has(compound)) && !(grammar.AlsoMachine.Has(text) && (grammar.MachineBefore.Has(Text(index - 1)) || IsNameOfProduct(index)));
    }

    /// <summary>A department under its bare name, "customer care" included; "the marketing" is a thing.</summary>
    public bool IsDepartment(int first, int last) => grammar.Department.Has(Bare(first, last));

    public bool MayBeDepartment(int first, int last) => grammar.AlsoDepartment.Has(Bare(first, last));

    /// <summary>Looks like the plural of a thing.</summary>
    public bool MayBeThings(int index) =>
        IsWord(index) && Text(index) is [_, _, _, .., 's'] && !IsVerb(index) && !IsAdverb(index) && !IsTime(index) && !IsPreposition(index) && !IsDeterminer(index);

    private string Bare(int first, int last) => (last - first) switch
    {
        0 => Text(first),
        1 => $"{Text(first)} {Text(last)}",
        _ => "",
    };

    /// <summary>"Droplet Manager", but not "Incident Commander" or "The Manager".</summary>
    private bool IsNameOfProduct(int index) =>
        words[index].IsCapital && index > 0 && words[index - 1].IsCapital && !IsDeterminer(index - 1) && !IsAuxiliary(index - 1) && !grammar.PersonBefore.Has(Text(index - 1));
}
