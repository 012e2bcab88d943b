using System.Globalization;

namespace Postmortems.Domain.Search;

/// <summary>A thing by the number that people say: INC-214, PM-88, ACT-131, PAT-12.</summary>
public sealed record Reference(string Kind, int Number)
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["INC"] = SearchKinds.Incident,
        ["PM"] = SearchKinds.Postmortem,
        ["ACT"] = SearchKinds.ActionItem,
        ["PAT"] = SearchKinds.Pattern,
    };

    public override string ToString() => $"{Kinds.First(pair => pair.Value == Kind).Key}-{Number}";

    public static Reference? Find(string words)
    {
        var parts = words.Trim().Split(['-', ' ', '#'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        return parts.Length == 2
            && Kinds.TryGetValue(parts[0], out var kind)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Reference(kind, number)
            : null;
    }
}
