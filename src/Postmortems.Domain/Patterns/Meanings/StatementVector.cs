using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Postmortems.Domain.Patterns.Meanings;

/// <summary>What a model said that a text means. It is kept by the text's hash, so that nothing is asked twice.</summary>
public sealed class StatementVector
{
    public const int LongestModel = 200;

    /// <summary>The numbers of a text that the model refused.</summary>
    public static readonly byte[] None = [];

    private StatementVector()
    {
    }

    /// <param name="numbers">None where the model refused the text; it is not asked again.</param>
    public StatementVector(string model, string text, float[] numbers)
    {
        Model = model;
        TextHash = HashOf(text);
        Numbers = MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray();
    }

    public string Model { get; private set; } = "";

    public byte[] TextHash { get; private set; } = [];

    public byte[] Numbers { get; private set; } = [];

    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    public static float[] Read(byte[] numbers) => MemoryMarshal.Cast<byte, float>(numbers).ToArray();
}

internal sealed class StatementVectorMapping : IEntityTypeConfiguration<StatementVector>
{
    public void Configure(EntityTypeBuilder<StatementVector> vector)
    {
        vector.Property(v => v.Model).HasMaxLength(StatementVector.LongestModel);
        vector.HasKey(v => new { v.Model, v.TextHash });
    }
}
