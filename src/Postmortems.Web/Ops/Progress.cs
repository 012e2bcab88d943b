namespace Postmortems.Web.Ops;

/// <summary>Short lines that say what a start is doing, so that the first one is never silent.</summary>
public sealed class Progress(TextWriter lines)
{
    public void Say(string line)
    {
        lines.WriteLine(line);
        lines.Flush();
    }
}
