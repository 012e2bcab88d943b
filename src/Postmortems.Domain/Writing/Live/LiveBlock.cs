using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Postmortems.Domain.Writing.Live;

/// <summary>
/// A place in a document where readers see current data: ":::timeline kind=fix" and, on a line of its own, ":::". Older
/// documents say {{timeline}}.
/// </summary>
/// <param name="Line">As somebody wrote it.</param>
/// <param name="Problem">A sentence about why it shows nothing, or null.</param>
public sealed record LiveBlock(string Name, IReadOnlyDictionary<string, string> Options, string Line, string? Problem)
{
    public const string Timeline = "timeline";
    public const string Causes = "causes";
    public const string ActionItems = "action-items";
    public const string Similar = "similar";
    public const string Impact = "impact";
    public const string People = "people";

    public const string End = ":::";

    private static readonly Regex Option = new("""(?<key>[a-z-]+)=("(?<quoted>[^"]*)"|(?<value>[^\s"]+))""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Regex Written = new(@"(:::[ \t]*|\{\{)(?<name>[A-Za-z-]+)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public static IReadOnlyList<string> All { get; } = [Timeline, Causes, ActionItems, Similar, Impact, People];

    /// <summary>As a document holds it.</summary>
    public static string Lines(string name) => $":::{name}\n{End}";

    /// <summary>An export wrote its data out beneath it.</summary>
    public bool IsWrittenOut => Options.ContainsKey(LiveOptions.AsOf);

    /// <summary>The names in a text, perhaps some that only look like live blocks.</summary>
    public static FrozenSet<string> NamesIn(string text) =>
        Written.Matches(text).Select(match => match.Groups["name"].Value.ToLowerInvariant()).Where(name => All.Contains(name)).ToFrozenSet();

    /// <summary>What a list is narrowed to; nothing means everything.</summary>
    public IReadOnlyList<T> Chosen<T>(string option)
        where T : struct, Enum =>
        Options.GetValueOrDefault(option) is { } values ? [.. values.Split(',').Select(LiveOptions.Find<T>).OfType<T>()] : [];

    internal static LiveBlock Read(string name, string rest, string line)
    {
        var known = name.ToLowerInvariant();
        var options = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (Match match in Option.Matches(rest))
        {
            options[match.Groups["key"].Value] = match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["value"].Value;
        }

        var strange = Option.Replace(rest, "").Trim();
        return new LiveBlock(known, options, line, LiveOptions.ProblemOf(known, options, strange));
    }
}
