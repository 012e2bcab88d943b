using Postmortems.Domain.Accounts;
using Postmortems.Domain.Services;

namespace Postmortems.Domain.Ops.Demo;

/// <summary>Who and what the stories are about: people with a name but no way to sign in, and the services of an invented ticket seller.</summary>
internal sealed class Cast
{
    public const string Noor = "Noor Haddad";
    public const string Jonas = "Jonas Reiter";
    public const string Ines = "Ines Calder";

    public const string Checkout = "checkout";
    public const string Delivery = "ticket-delivery";
    public const string Gates = "gate-scan";

    public Cast(DateTimeOffset now)
    {
        People = [Person(Noor, "noor", now), Person(Jonas, "jonas", now), Person(Ines, "ines", now)];
        Services =
        [
            new(Checkout, "Baskets, orders and payments of the ticket shop. Talks to the payment provider and to the orders database.", "Orders"),
            new(Delivery, "Turns a paid order into tickets: PDF, wallet pass, mail. Signs every ticket.", "Delivery"),
            new(Gates, "Answers the handheld scanners and turnstiles of the venues: may this ticket come in?", "Venues"),
        ];
    }

    public IReadOnlyList<User> People { get; }

    public IReadOnlyList<Service> Services { get; }

    public Guid PersonCalled(string name) => People.Single(person => person.DisplayName == name).Id;

    public Guid ServiceCalled(string name) => Services.Single(service => service.Name == name).Id;

    private static User Person(string name, string mailbox, DateTimeOffset now)
    {
        var person = new User($"{mailbox}@fermata.example", name, Role.Editor, now);
        person.Describe(name, "Europe/Berlin");
        person.Disable(now);
        return person;
    }
}
