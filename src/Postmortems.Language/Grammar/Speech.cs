namespace Postmortems.Language.Grammar;

/// <summary>The parts a word can play, as far as the subject test needs them. Each is a word class of that name in the file of a language; one that is left out has no words.</summary>
[Flags]
internal enum Speech
{
    None = 0,
    Adverb = 1,
    Auxiliary = 1 << 1,
    Verb = 1 << 2,
    Gerund = 1 << 3,
    Determiner = 1 << 4,
    Preposition = 1 << 5,
    Connector = 1 << 6,
    Time = 1 << 7,
    Part = 1 << 8,
    Relative = 1 << 9,
    RelativeOfPeople = 1 << 10,
    Negation = 1 << 11,

    /// <summary>Begins a group of which nobody did it: "nobody", "none of the engineers", "no engineer".</summary>
    NoOne = 1 << 12,
    Us = 1 << 13,
    They = 1 << 14,
    PronounOfPeople = 1 << 15,
    PronounOfThing = 1 << 16,
    Person = 1 << 17,

    /// <summary>Roles that are also programs, such as the operators of a cluster.</summary>
    AlsoMachine = 1 << 18,

    /// <summary>Before such a role it stays a person, even in capitals: "Incident Commander".</summary>
    PersonBefore = 1 << 19,

    /// <summary>Words that may stand behind the person they describe: "the engineer responsible".</summary>
    AfterPerson = 1 << 20,
    UsObject = 1 << 21,

    /// <summary>Customers and the like: what befalls them is impact, not what a rule asks about.</summary>
    Outsider = 1 << 22,

    /// <summary>Departments, which act under their bare name: "Marketing sent the mail".</summary>
    Department = 1 << 23,

    /// <summary>Departments whose bare name is also a thing: "Storage".</summary>
    AlsoDepartment = 1 << 24,

    /// <summary>People when a department stands before: "the platform group".</summary>
    Body = 1 << 25,

    /// <summary>Two words that are a thing although each of them could mean people: "security group".</summary>
    Thing = 1 << 26,
    MachineBefore = 1 << 27,
}
