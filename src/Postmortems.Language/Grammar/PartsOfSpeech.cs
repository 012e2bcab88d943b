namespace Postmortems.Language.Grammar;

/// <summary>The word classes that the subject test needs. A language that leaves one out has no such words.</summary>
internal sealed class PartsOfSpeech(Vocabulary words)
{
    public WordClass Adverb { get; } = words.OrNone("adverb");

    public WordClass Auxiliary { get; } = words.OrNone("auxiliary");

    public WordClass Verb { get; } = words.OrNone("verb");

    public WordClass Gerund { get; } = words.OrNone("gerund");

    public WordClass Determiner { get; } = words.OrNone("determiner");

    public WordClass Preposition { get; } = words.OrNone("preposition");

    public WordClass Connector { get; } = words.OrNone("connector");

    public WordClass Time { get; } = words.OrNone("time");

    public WordClass Part { get; } = words.OrNone("part");

    public WordClass Relative { get; } = words.OrNone("relative");

    public WordClass RelativeOfPeople { get; } = words.OrNone("relative-of-people");

    public WordClass Negation { get; } = words.OrNone("negation");

    /// <summary>Begins a group of which nobody did it: "nobody", "none of the engineers", "no engineer".</summary>
    public WordClass NoOne { get; } = words.OrNone("no-one");

    public WordClass Us { get; } = words.OrNone("us");

    public WordClass They { get; } = words.OrNone("they");

    public WordClass PronounOfPeople { get; } = words.OrNone("pronoun-of-people");

    public WordClass PronounOfThing { get; } = words.OrNone("pronoun-of-thing");

    public WordClass Person { get; } = words.OrNone("person");

    /// <summary>Roles that are also programs, such as the operators of a cluster.</summary>
    public WordClass AlsoMachine { get; } = words.OrNone("also-machine");

    /// <summary>Before such a role it stays a person, even in capitals: "Incident Commander".</summary>
    public WordClass PersonBefore { get; } = words.OrNone("person-before");

    /// <summary>Words that may stand behind the person they describe: "the engineer responsible".</summary>
    public WordClass AfterPerson { get; } = words.OrNone("after-person");

    public WordClass UsObject { get; } = words.OrNone("us-object");

    public WordClass Outsider { get; } = words.OrNone("outsider");

    /// <summary>Departments, which act under their bare name: "Marketing sent the mail".</summary>
    public WordClass Department { get; } = words.OrNone("department");

    /// <summary>Departments whose bare name is also a thing: "Storage".</summary>
    public WordClass AlsoDepartment { get; } = words.OrNone("also-department");

    /// <summary>People when a department stands before: "the platform group".</summary>
    public WordClass Body { get; } = words.OrNone("body");

    /// <summary>Two words that are a thing although each of them could mean people: "security group".</summary>
    public WordClass Thing { get; } = words.OrNone("thing");

    public WordClass MachineBefore { get; } = words.OrNone("machine-before");
}
