using System.CommandLine;
using Postmortems.Cli.Input;
using Postmortems.Formats;

namespace Postmortems.Cli.Commands;

/// <summary><c>postmortems parse</c>: documents read into fields; nothing is stored.</summary>
internal static class ParseCommand
{
    public static Command Create()
    {
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 when a document has warnings." };
        var files = new Argument<string[]>("FILE") { Description = "Markdown, HTML or text.", Arity = ArgumentArity.OneOrMore };

        var command = new Command("parse", "Read postmortem documents into fields.") { strict, files };

        command.SetAction(parsed =>
        {
            var warnings = 0;
            var exit = Output.Lines(parsed, () => parsed.GetRequiredValue(files).Select(file =>
            {
                var document = DocumentReader.Read(file, DocumentFile.Read(file));
                warnings += document.Warnings.Count;

                return ParsedRow.Of(document);
            }));

            return exit == 0 && warnings > 0 && parsed.GetValue(strict) ? 1 : exit;
        });

        return command;
    }
}
