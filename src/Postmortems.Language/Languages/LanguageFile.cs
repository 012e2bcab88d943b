using System.Text.Json;
using System.Text.Json.Serialization;

namespace Postmortems.Language.Languages;

/// <summary>The words and rules of one language, embedded in the program.</summary>
/// <param name="Common">Words that tell this language from the others.</param>
/// <param name="Headings">Words of headings by the kind of section they begin.</param>
/// <param name="Promises">Words of headings above action items ("promised"), of headings that only look alike ("past"), and the heads of the column they stand in.</param>
/// <param name="Words">Word classes by name.</param>
internal sealed record LanguageFile(
    string Language,
    IReadOnlyList<string> Common,
    IReadOnlyDictionary<string, string[]> Headings,
    IReadOnlyDictionary<string, string[]> Words,
    IReadOnlyList<RuleEntry> Rules,
    IReadOnlyDictionary<string, string[]>? Promises = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter<Severity>(JsonNamingPolicy.CamelCase) },
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = false,
    };

    public static LanguageFile Read(string language)
    {
        using var stream = typeof(LanguageFile).Assembly.GetManifestResourceStream($"Languages/{language}.json")
            ?? throw new InvalidOperationException($"The rules of the language {language} are not in the program.");

        return JsonSerializer.Deserialize<LanguageFile>(stream, Options) ?? throw new InvalidOperationException($"{language}.json is empty.");
    }
}
