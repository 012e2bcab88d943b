namespace Postmortems.Domain;

/// <summary>A rule of the product said no. The message is a sentence for the reader; the code is stable ("action-item/no-evidence").</summary>
public sealed class RuleBrokenException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
