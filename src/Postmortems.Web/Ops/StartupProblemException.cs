namespace Postmortems.Web.Ops;

/// <summary>Why the product cannot start: one sentence for the person at the console, with what to change.</summary>
public sealed class StartupProblemException : Exception
{
    public StartupProblemException(string sentence)
        : base(sentence)
    {
    }

    public StartupProblemException(string sentence, Exception inner)
        : base(sentence, inner)
    {
    }
}
