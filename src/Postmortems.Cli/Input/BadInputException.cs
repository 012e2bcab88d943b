namespace Postmortems.Cli.Input;

/// <summary>What was given cannot be read; the message is one sentence for the person at the terminal.</summary>
internal sealed class BadInputException(string message) : Exception(message);
