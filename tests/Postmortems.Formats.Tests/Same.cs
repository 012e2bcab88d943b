namespace Postmortems.Formats.Tests;

internal static class Same
{
    /// <summary>All data, but not the file's name, its format, and the lines on which things stand.</summary>
    public static void ShouldHoldTheSameAs(this ReadDocument read, ReadDocument other)
    {
        DocumentWriter.Json(InOrder(read)).ShouldBe(DocumentWriter.Json(InOrder(other)));
        read.Warnings.ShouldBeEmpty();
    }

    private static ReadDocument InOrder(ReadDocument read) =>
        read with { Sections = read.Sections.OrderBy(section => section.Key, StringComparer.Ordinal).ToDictionary() };
}
