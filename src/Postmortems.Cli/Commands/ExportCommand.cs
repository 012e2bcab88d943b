using System.CommandLine;
using Postmortems.Cli.Input;
using Postmortems.Cli.Remote;

namespace Postmortems.Cli.Commands;

/// <summary><c>postmortems export</c>: the whole archive of a server as files in a folder, fit for Git.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var server = new Option<string>("--server") { Description = "Address of the server, such as https://postmortems.example.org", Required = true };
        var token = new Option<string>("--token") { Description = "API token of an editor (pmt_…). Without it the variable POSTMORTEMS_TOKEN is read." };
        var format = new Option<string>("--format") { Description = "markdown for Git and for another server; html: pages of their own to read and to print; json for programs, after the published schema.", DefaultValueFactory = _ => "markdown" };
        format.AcceptOnlyFromAmong("markdown", "html", "json");
        var folder = new Argument<string>("FOLDER") { Description = "Where the files are written; it is made where there is none. Other files in it stay." };

        var command = new Command("export", "Export all postmortems of a server into a folder.") { server, token, format, folder };

        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                var secret = parsed.GetValue(token) ?? Environment.GetEnvironmentVariable("POSTMORTEMS_TOKEN")
                    ?? throw new BadInputException("Say who you are: --token pmt_… (make one on your account page).");
                using var exports = new Exports(parsed.GetRequiredValue(server), secret);
                await using var archive = await exports.ReadAsync(cancel);

                var files = parsed.GetValue(format) is ("html" or "json") and var form
                    ? FormFolder.WriteAsync(archive, exports, form, parsed.GetRequiredValue(folder), cancel)
                    : ArchiveFolder.WriteAsync(archive, parsed.GetRequiredValue(folder), cancel);

                await foreach (var written in files)
                {
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(Output.Line(written));
                }

                return 0;
            }
            catch (BadInputException fault)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(fault.Message);
                return 2;
            }
        });

        return command;
    }
}
