namespace Postmortems.Language.Grammar;

/// <summary>Who does it: what the subject of a phrase turned out to be, and what a rule asks for.</summary>
[Flags]
internal enum Who
{
    /// <summary>A machine, a change, customers: whom no rule about people means.</summary>
    Thing = 1,

    /// <summary>A role, a team, somebody, a known name.</summary>
    People = 2,

    /// <summary>The writers themselves.</summary>
    Us = 4,

    /// <summary>A capital letter alone: a person or a product. Only a verb that needs a mind decides.</summary>
    Unknown = 8,

    They = 16,

    /// <summary>A note without a subject.</summary>
    Nobody = 32,

    /// <summary>"Nobody", "none of the engineers": turns what the verb says into its opposite.</summary>
    NoOne = 64,

    Somebody = People | Us,

    /// <summary>Enough where the verb itself needs a mind.</summary>
    Mind = People | Us | Unknown | They | Nobody,

    Anything = Mind | Thing | NoOne,
}

/// <param name="From">Index of the first word that belongs to the subject.</param>
internal sealed record Subject(Who Who, int From);
