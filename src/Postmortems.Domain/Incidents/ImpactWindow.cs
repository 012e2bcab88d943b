namespace Postmortems.Domain.Incidents;

/// <summary>A stretch of time in which it hurt, and how.</summary>
public sealed class ImpactWindow
{
    public const int LongestText = 500;

    private ImpactWindow()
    {
    }

    public ImpactWindow(TimePoint began, TimePoint? ended, string text)
    {
        if (ended is not null && ended.At < began.At)
        {
            throw new RuleBrokenException("incident/window-backwards", "An impact window ends before it begins. Please check both times.");
        }

        Began = began;
        Ended = ended;
        Text = text.Trim();
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid IncidentId { get; private set; }

    public TimePoint Began { get; private set; } = null!;

    public TimePoint? Ended { get; private set; }

    public string Text { get; private set; } = "";
}
