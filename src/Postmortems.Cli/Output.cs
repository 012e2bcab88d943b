using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Postmortems.Cli.Input;

namespace Postmortems.Cli;

/// <summary>One JSON object a line on stdout; one sentence on stderr and exit code 2 for what cannot be read.</summary>
internal static class Output
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        // A terminal is no browser: people's words stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Line<T>(T row) => JsonSerializer.Serialize(row, Web);

    public static int Lines<T>(ParseResult parsed, Func<IEnumerable<T>> rows) =>
        Text(parsed, () => rows().Select(Line));

    public static int Text(ParseResult parsed, Func<IEnumerable<string>> lines)
    {
        try
        {
            foreach (var line in lines())
            {
                parsed.InvocationConfiguration.Output.WriteLine(line);
            }

            return 0;
        }
        catch (BadInputException fault)
        {
            parsed.InvocationConfiguration.Error.WriteLine(fault.Message);

            return 2;
        }
    }
}
