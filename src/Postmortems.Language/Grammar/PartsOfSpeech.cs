namespace Postmortems.Language.Grammar;

/// <summary>The word classes that the subject test needs. A language that leaves one out has no such words.</summary>
internal sealed class PartsOfSpeech(Vocabulary words)
{
    public WordClass Adverb { get; } = words["adverb"];

    public WordClass Auxiliary { get; } = words["auxiliary"];

    public WordClass Verb { get; } = words["verb"];

    public WordClass Gerund { get; } = words["gerund"];

    public WordClass Determiner { get; } = words["determiner"];

    public WordClass Preposition { get; } = words["preposition"];

    public WordClass Connector { get; } = words["connector"];

    public WordClass Time { get; } = words["time"];

    public WordClass Part { get; } = words["part"];

    public WordClass Relative { get; } = words["relative"];

    public WordClass RelativeOfPeople { get; } = words["relative-of-people"];

    public WordClass Negation { get; } = words["negation"];

    /// <summary>Begins a group of which nobody did it: "nobody", "none of the engineers", "no engineer".</summary>
    public WordClass NoOne { get; } = words["no-one"];

    public WordClass Us { get; } = words["us"];

    public WordClass They { get; } = words["they"];

    public WordClass PronounOfPeople { get; } = words["pronoun-of-people"];

    public WordClass PronounOfThing { get; } = words["pronoun-of-thing"];

    public WordClass Person { get; } = words["person"];

    /// <summary>Roles that are also programs, such as the operators of a cluster.</summary>
    public WordClass AlsoMachine { get; } = words["also-machine"];

    /// <summary>Before such a role it stays a person, even in capitals: "Incident Commander".</summary>
    public WordClass PersonBefore { get; } = words["person-before"];

    /// <summary>Words that may stand behind the person they describe: "the engineer responsible".</summary>
    public WordClass AfterPerson { get; } = words["after-person"];

    public WordClass UsObject { get; } = words["us-object"];

    public WordClass Outsider { get; } = words["outsider"];

    public WordClass MachineBefore { get; } = words["machine-before"];
}
