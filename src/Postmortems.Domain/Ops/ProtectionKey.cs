using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Postmortems.Domain.Ops;

/// <summary>A key with which cookies are sealed, shared by all instances.</summary>
public sealed class ProtectionKey(string name, string xml)
{
    public string Name { get; private set; } = name;

    public string Xml { get; private set; } = xml;
}

internal sealed class ProtectionKeyMapping : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> key) => key.HasKey(k => k.Name);
}
