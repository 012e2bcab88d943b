using System.Text.Json;
using System.Text.Json.Serialization;
using Postmortems.Cli.Input;
using Postmortems.Language;

namespace Postmortems.Cli.Commands;

/// <summary>A team's own settings of the check: <c>{"language","coach","rulesOff":[],"names":[],"phrases":[{"phrase","why","question","severity"}]}</c>.</summary>
internal sealed record CheckSettingsFile(string? Language, bool Coach, List<string>? RulesOff, List<string>? Names, List<OwnPhrase>? Phrases)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter<Severity>(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <exception cref="BadInputException">Naming the file.</exception>
    public static CheckSettings Read(string? file, bool coach)
    {
        if (file is null)
        {
            return CheckSettings.Default with { Coach = coach };
        }

        try
        {
            var own = JsonSerializer.Deserialize<CheckSettingsFile>(DocumentFile.Read(file), Options) ?? throw new BadInputException($"{file} is empty.");
            var unknown = own.RulesOff?.Find(off => !Rules.Shipped.Any(rule => rule.Id == off || rule.Category == off));

            return unknown is null
                ? new CheckSettings { Coach = coach || own.Coach, Language = own.Language, RulesOff = own.RulesOff ?? [], Names = own.Names ?? [], OwnPhrases = own.Phrases ?? [] }
                : throw new BadInputException($"{file}: there is no rule or category {unknown}.");
        }
        catch (JsonException fault)
        {
            var line = fault.LineNumber is { } number ? $", line {number + 1}" : "";
            throw new BadInputException($"{file}{line}: this is no setting of the check. The file is JSON with language, coach, rulesOff, names and phrases; a phrase has phrase, why, question and severity (low, medium or high).");
        }
    }
}
