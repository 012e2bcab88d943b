using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing.Wording;

internal sealed class WordingAnswerMapping : IEntityTypeConfiguration<WordingAnswer>
{
    public void Configure(EntityTypeBuilder<WordingAnswer> answer)
    {
        answer.Property(a => a.Rule).HasMaxLength(AskedPhrase.LongestRule);
        answer.Property(a => a.Phrase).HasMaxLength(AskedPhrase.LongestPhrase);
        answer.Property(a => a.Before).HasMaxLength(AskedPhrase.LongestContext);
        answer.Property(a => a.After).HasMaxLength(AskedPhrase.LongestContext);
        answer.Property(a => a.Reason).HasMaxLength(WordingAnswer.LongestReason);
        answer.ComplexProperty(a => a.Deletion);
        answer.Ignore(a => a.About);
        answer.HasOne<Postmortem>().WithMany().HasForeignKey(a => a.PostmortemId);
        answer.HasOne<User>().WithMany().HasForeignKey(a => a.By);
        answer.HasIndex(a => new { a.PostmortemId, a.At });
    }
}
