using System.CommandLine;

var root = new RootCommand("Postmortems on the command line.");

return await root.Parse(args).InvokeAsync();
