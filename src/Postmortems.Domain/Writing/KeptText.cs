namespace Postmortems.Domain.Writing;

/// <summary>A writer's text that met a newer version. Kept beside it until the writer settles it, so that neither is lost.</summary>
public sealed class KeptText
{
    private KeptText()
    {
    }

    public KeptText(Guid postmortemId, int basedOn, string text, Guid by, DateTimeOffset at)
    {
        PostmortemId = postmortemId;
        BasedOn = basedOn;
        Text = text;
        By = by;
        At = at;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid PostmortemId { get; private set; }

    public int BasedOn { get; private set; }

    public string Text { get; private set; } = "";

    public Guid By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public void Settle(DateTimeOffset at) => SettledAt ??= at;
}
