using Postmortems.Language.Reading;

namespace Postmortems.Language.Grammar;

/// <summary>The words of one sentence with what the grammar says of each.</summary>
/// <param name="names">Of people, in lower case.</param>
internal sealed class SentenceWords(List<Word> words, PartsOfSpeech grammar, IReadOnlySet<string> names)
{
    public int Count => words.Count;

    public Word this[int index] => words[index];

    public string Text(int index) => index >= 0 && index < words.Count ? words[index].Text : "";

    public bool IsMark(int index) => words[index].Kind == WordKind.Mark;

    public bool IsWord(int index) => words[index].Kind == WordKind.Word;

    public bool IsAdverb(int index) => grammar.Adverb.Has(Text(index));

    public bool IsAuxiliary(int index) => grammar.Auxiliary.Has(Text(index));

    public bool IsDeterminer(int index) => grammar.Determiner.Has(Text(index));

    public bool IsPreposition(int index) => grammar.Preposition.Has(Text(index));

    public bool IsConnector(int index) => grammar.Connector.Has(Text(index));

    public bool IsTime(int index) => grammar.Time.Has(Text(index));

    public bool IsPart(int index) => grammar.Part.Has(Text(index));

    public bool IsRelativeOfPeople(int index) => grammar.RelativeOfPeople.Has(Text(index));

    public bool IsRelative(int index) => grammar.Relative.Has(Text(index));

    public bool IsUs(int index) => grammar.Us.Has(Text(index));

    public bool IsPronounOfPeople(int index) => grammar.PronounOfPeople.Has(Text(index));

    public bool IsThey(int index) => grammar.They.Has(Text(index));

    public bool IsPronounOfThing(int index) => grammar.PronounOfThing.Has(Text(index));

    public bool IsVerb(int index) => IsAuxiliary(index) || grammar.Verb.Has(Text(index));

    public bool IsGerund(int index) => grammar.Gerund.Has(Text(index));

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

        return (grammar.Person.Has(text) || grammar.Person.Has(compound)) && !(grammar.MachineBefore.Has(Text(index - 1)) && grammar.AlsoMachine.Has(text));
    }
}
