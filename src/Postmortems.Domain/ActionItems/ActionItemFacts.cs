namespace Postmortems.Domain.ActionItems;

/// <summary>What somebody promises.</summary>
/// <param name="Causes">The causes of its postmortem that it addresses.</param>
public sealed record ActionItemFacts(
    string Title,
    ActionItemType Type,
    Priority Priority,
    Guid? OwnerId,
    DateOnly? Due,
    string DoneWhen,
    string Link,
    IReadOnlyCollection<Guid> Causes)
{
    internal void Tell(ActionItem item, IReadOnlyCollection<Guid> causesOfPostmortem)
    {
        item.Promise(Title, Type, Priority, DoneWhen, Link);
        item.GiveTo(OwnerId, Due);
        item.Serves(Causes.Intersect(causesOfPostmortem));
    }
}
