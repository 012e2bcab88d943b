using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Postmortems.Domain.Ops;

/// <summary>That a form made something new, and a mark of all that it said. The mark stays the same whatever becomes of the thing that was made.</summary>
public sealed class SentForm
{
    public const int MarkLength = 64;

    private SentForm()
    {
    }

    /// <param name="id">Made when the form was shown; what the form makes has it too.</param>
    /// <param name="said">Every value of the form that somebody can change.</param>
    public SentForm(Guid id, object said, DateTimeOffset at)
    {
        Id = id;
        Mark = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(said)));
        At = at;
    }

    public Guid Id { get; private set; }

    public string Mark { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

internal sealed class SentFormMapping : IEntityTypeConfiguration<SentForm>
{
    public void Configure(EntityTypeBuilder<SentForm> form) => form.Property(f => f.Mark).HasMaxLength(SentForm.MarkLength);
}
