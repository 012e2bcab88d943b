using System.CommandLine;
using Postmortems.Cli.Commands;

var root = new RootCommand("Postmortems on the command line.");

root.Subcommands.Add(CheckCommand.Create());
root.Subcommands.Add(ParseCommand.Create());
root.Subcommands.Add(PatternsCommand.Create());
root.Subcommands.Add(SimilarCommand.Create());
root.Subcommands.Add(ImportCommand.Create());
root.Subcommands.Add(ExportCommand.Create());

var parsed = root.Parse(args);
var exit = await parsed.InvokeAsync();

// Exit code 1 is for findings.
return parsed.Errors.Count > 0 ? 2 : exit;
