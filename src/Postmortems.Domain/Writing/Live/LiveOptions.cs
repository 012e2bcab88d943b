using System.Globalization;
using System.Text.Json;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Search;
using Postmortems.Domain.Timeline;

namespace Postmortems.Domain.Writing.Live;

/// <summary>What may stand behind the name of a live block, and what is said about anything else.</summary>
public static class LiveOptions
{
    public const string Kind = "kind";
    public const string Incident = "incident";
    public const string Role = "role";
    public const string State = "state";
    public const string Top = "top";
    public const string AsOf = "as-of";
    public const int MostSimilar = 10;

    private static readonly Dictionary<string, string[]> Takes = new(StringComparer.Ordinal)
    {
        [LiveBlock.Timeline] = [Kind, Incident],
        [LiveBlock.Causes] = [Role],
        [LiveBlock.ActionItems] = [State],
        [LiveBlock.Similar] = [Top],
        [LiveBlock.Impact] = [Incident],
        [LiveBlock.People] = [],
    };

    internal static T? Find<T>(string word)
        where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => Word(value!.Value).Equals(word.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <returns>Null for what is no number of an incident.</returns>
    public static int? IncidentNumber(string word) =>
        Reference.Find(word) is { Kind: SearchKinds.Incident } incident ? incident.Number : null;

    internal static string? ProblemOf(string name, Dictionary<string, string> options, string strange)
    {
        if (!Takes.TryGetValue(name, out var takes))
        {
            return $"There is no live block called “{Shortened.To(name, 40)}”. There are {Listed([.. LiveBlock.All])}.";
        }

        if (strange.Length > 0 || options.Keys.FirstOrDefault(key => key != AsOf && !takes.Contains(key)) is not null)
        {
            var said = strange.Length > 0 ? strange : options.Keys.First(key => key != AsOf && !takes.Contains(key));
            return $"“{Shortened.To(said, 40)}” means nothing to the block {name}. {(takes.Length == 0 ? "It takes no option." : $"It takes {Listed(takes.Select(take => $"{take}=…").ToList())}.")}";
        }

        return options.Select(option => ValueProblem(option.Key, option.Value)).FirstOrDefault(problem => problem is not null);
    }

    private static string? ValueProblem(string key, string value) => key switch
    {
        Kind => Unknown<EntryKind>(key, value),
        Role => Unknown<CauseRole>(key, value),
        State => Unknown<PromisesShown>(key, value),
        Incident when IncidentNumber(value) is null => $"“{Shortened.To(value, 40)}” is no incident. Write incident=INC-5.",
        Top when !(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var top) && top is >= 1 and <= MostSimilar) => $"top is a number from 1 to {MostSimilar}.",
        _ => null,
    };

    private static string? Unknown<T>(string key, string value)
        where T : struct, Enum =>
        value.Split(',').FirstOrDefault(word => Find<T>(word) is null) is { } wrong
            ? $"“{Shortened.To(wrong, 40)}” is no {key}. There are {Listed(Enum.GetValues<T>().Select(Word).ToList())}."
            : null;

    private static string Word<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static string Listed(List<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";
}

/// <summary>Which action items a live block shows.</summary>
public enum PromisesShown
{
    Open,
    Settled,
}
