namespace Postmortems.Formats.Tests;

internal static class Same
{
    /// <summary>All data, but not the file's name, its format, and the lines on which things stand.</summary>
    public static void ShouldHoldTheSameAs(this ReadDocument read, ReadDocument other)
    {
        DocumentWriter.Json(read).ShouldBe(DocumentWriter.Json(other));
        read.Warnings.ShouldBeEmpty();
    }
}
