using System.CommandLine;
using Postmortems.Cli.Input;
using Postmortems.Language;

namespace Postmortems.Cli.Commands;

/// <summary><c>postmortems check</c>: questions about the language of Markdown files.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var coach = new Option<bool>("--coach") { Description = "Also ask about small habits." };
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 when there are findings." };
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var files = new Argument<string[]>("FILE") { Description = "Markdown files.", Arity = ArgumentArity.OneOrMore };

        var command = new Command("check", "Ask about language that hides how something happened.") { coach, strict, format, files };

        command.SetAction(parsed =>
        {
            var findings = 0;
            var rows = parsed.GetRequiredValue(files).SelectMany(file => CheckedFile.Read(file, DocumentFile.Read(file), parsed.GetValue(coach))).Select(row =>
            {
                findings++;
                return row;
            });

            var exit = parsed.GetValue(format) == "json" ? Output.Lines(parsed, () => rows) : Output.Text(parsed, () => rows.Select(row => row.ToText()));

            return exit == 0 && findings > 0 && parsed.GetValue(strict) ? 1 : exit;
        });

        return command;
    }
}
