namespace Postmortems.Domain;

/// <summary>Says why a use case takes no actor. An architecture test asks every other use case for one.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutActorAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}
