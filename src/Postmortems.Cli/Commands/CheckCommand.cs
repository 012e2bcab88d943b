using System.CommandLine;
using Postmortems.Cli.Input;
using Postmortems.Language;

namespace Postmortems.Cli.Commands;

/// <summary><c>postmortems check</c>: questions about the language of Markdown files.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var coach = new Option<bool>("--coach") { Description = "Also ask about small habits and about action items without an end." };
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 when there are findings." };
        var jsonl = new Option<bool>("--jsonl") { Description = "The files hold lines of JSON with an id and a text." };
        var format = new Option<string>("--format") { Description = "text, json or sarif", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var settings = new Option<string?>("--settings") { Description = "A JSON file with language, coach, rulesOff, names and phrases." };
        var language = new Option<string?>("--language") { Description = "en, de or es; without it each document tells." };
        language.AcceptOnlyFromAmong([.. Rules.Languages]);
        var baseline = new Option<string?>("--baseline") { Description = "Findings that stand in this file are known and are left out." };
        var known = new Option<bool>("--write-baseline") { Description = "Print the lines of such a file instead of the findings." };
        var files = new Argument<string[]>("FILE") { Description = "Markdown files, or folders of them; - reads standard input.", Arity = ArgumentArity.OneOrMore };

        var command = new Command("check", "Ask about language that hides how something happened.") { coach, strict, jsonl, format, language, settings, baseline, known, files };

        command.SetAction(parsed =>
        {
            var findings = 0;
            var exit = Output.Text(parsed, Lines);
            return exit == 0 && findings > 0 && parsed.GetValue(strict) && !parsed.GetValue(known) ? 1 : exit;

            IEnumerable<string> Lines()
            {
                var chosen = CheckSettingsFile.Read(parsed.GetValue(settings), parsed.GetValue(coach));
                chosen = parsed.GetValue(language) is { } told ? chosen with { Language = told } : chosen;
                var given = parsed.GetRequiredValue(files);

                if (parsed.GetValue(jsonl))
                {
                    return given.SelectMany(file => CheckedLines.Read(file, chosen)).Select(Output.Line);
                }

                var all = given.SelectMany(NamedFiles.In).SelectMany(file => CheckedFile.Read(file, chosen));
                var rows = Counted(parsed.GetValue(baseline) is { } seen && !parsed.GetValue(known) ? CheckBaseline.Without(all, seen) : all);

                return parsed.GetValue(known) ? CheckBaseline.Lines(rows) : parsed.GetValue(format) switch
                {
                    "json" => rows.Select(Output.Line),
                    "sarif" => [CheckSarif.Of([.. rows])],
                    _ => rows.Select(row => row.ToText()),
                };
            }

            IEnumerable<CheckedFile> Counted(IEnumerable<CheckedFile> rows) => rows.Select(row =>
            {
                findings++;
                return row;
            });
        });

        return command;
    }
}
