namespace Postmortems.Web.Ops;

/// <summary>Verbs of the audit log as a sentence begins: "action-item/closed-twice" is "Action item closed twice".</summary>
internal static class AuditWords
{
    public static string Say(string verb)
    {
        var words = verb.Replace('-', ' ').Replace('/', ' ');
        return words.Length == 0 ? words : words.StartsWith("api ", StringComparison.Ordinal) ? $"API{words[3..]}" : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
