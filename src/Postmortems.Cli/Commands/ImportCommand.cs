using System.CommandLine;
using System.Text.Json;
using Postmortems.Cli.Input;
using Postmortems.Cli.Remote;

namespace Postmortems.Cli.Commands;

/// <summary><c>postmortems import</c>: sends documents to a server, one line for each that says what became of it.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var server = new Option<string>("--server") { Description = "Address of the server, such as https://postmortems.example.org", Required = true };
        var token = new Option<string>("--token") { Description = "API token of an editor (pmt_…). Without it the variable POSTMORTEMS_TOKEN is read." };
        var zone = new Option<string>("--zone") { Description = "IANA zone of times that name none, such as Europe/Berlin. Without it they are kept as written." };
        var files = new Argument<string[]>("FILE") { Description = "Documents, or folders of documents.", Arity = ArgumentArity.OneOrMore };

        var year = new Option<int?>("--year") { Description = "Year of days in documents that name none, such as 2026. Without it they are kept as written." };
        var command = new Command("import", "Import documents into a server.") { server, token, zone, year, files };

        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                var secret = parsed.GetValue(token) ?? Environment.GetEnvironmentVariable("POSTMORTEMS_TOKEN")
                    ?? throw new BadInputException("Say who you are: --token pmt_… (make one on your account page).");
                using var imports = new Imports(parsed.GetRequiredValue(server), secret);
                return await SendAsync(imports, parsed, ImportFiles.Of(parsed.GetRequiredValue(files)), new ToldForAll(parsed.GetValue(zone), parsed.GetValue(year)), cancel);
            }
            catch (BadInputException fault)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(fault.Message);
                return 2;
            }
        });

        return command;
    }

    private static async Task<int> SendAsync(Imports imports, ParseResult parsed, IEnumerable<ImportFile> files, ToldForAll told, CancellationToken cancel)
    {
        var sent = 0;
        var refused = 0;

        foreach (var portion in ImportFiles.Portions(files))
        {
            foreach (var outcome in await imports.SendAsync(portion, told, cancel))
            {
                sent++;
                refused += outcome.GetProperty("problem").ValueKind == JsonValueKind.Null ? 0 : 1;
                await parsed.InvocationConfiguration.Output.WriteLineAsync(Output.Line(outcome));
            }
        }

        if (sent == 0)
        {
            throw new BadInputException("There is no document in what you named.");
        }

        if (refused > 0)
        {
            throw new BadInputException($"{refused} of {sent} files were not imported; their lines say why.");
        }

        return 0;
    }
}
