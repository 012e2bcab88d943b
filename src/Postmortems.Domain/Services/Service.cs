using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Postmortems.Domain.Services;

/// <summary>Something that the team runs and that an incident can affect.</summary>
public sealed class Service
{
    public const int LongestName = 80;
    public const int LongestDescription = 1000;
    public const string NoAddress = "A page cannot have this name in its address, so nobody could open the service. Add a word to it.";

    private Service()
    {
    }

    /// <param name="id">Made by the form that asks for it, so that sending it twice adds one service.</param>
    public Service(string name, string description, string ownerTeam, Guid? id = null)
    {
        Id = id ?? Id;
        Rename(name, description, ownerTeam);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public string Name { get; private set; } = "";

    public string Description { get; private set; } = "";

    public string OwnerTeam { get; private set; } = "";

    public Deletion? Deletion { get; private set; }

    public void Rename(string name, string description, string ownerTeam)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new RuleBrokenException("service/no-name", "Give the service the name by which people call it.");
        }

        if (!CanBeAddressed(name.Trim()))
        {
            throw new RuleBrokenException("service/no-address", NoAddress);
        }

        Name = name.Trim();
        Description = description.Trim();
        OwnerTeam = ownerTeam.Trim();
    }

    /// <summary>The name is the last part of its page's address: "." and ".." lead elsewhere, "new" is another page, and "%2F" reads as a slash.</summary>
    public static bool CanBeAddressed(string name) =>
        name is not ("." or "..") && !name.Equals("new", StringComparison.OrdinalIgnoreCase) && !name.Contains("%2F", StringComparison.OrdinalIgnoreCase);

    public void Delete(Guid by, DateTimeOffset at) => Deletion ??= new Deletion(by, at);

    public void Restore() => Deletion = null;
}

internal sealed class ServiceMapping : IEntityTypeConfiguration<Service>
{
    public void Configure(EntityTypeBuilder<Service> service)
    {
        service.Property(s => s.Name).HasMaxLength(Service.LongestName);
        service.Property(s => s.Description).HasMaxLength(Service.LongestDescription);
        service.Property(s => s.OwnerTeam).HasMaxLength(Service.LongestName);
        service.ComplexProperty(s => s.Deletion);
        service.Property<uint>("Version").IsRowVersion();
        service.HasIndex(s => s.Name).IsUnique();
    }
}
