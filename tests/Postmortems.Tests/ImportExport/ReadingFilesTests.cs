using System.Text;
using Postmortems.Domain.ImportExport;

namespace Postmortems.Tests.ImportExport;

public class ReadingFilesTests
{
    private const string Document = "# Störung in Łódź\n\n- 10:00 Zażółć gęślą jaźń ✔\n";

    public static TheoryData<string, byte[]> Encoded => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Document) },
        { "UTF-8 with its mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Document)] },
        { "UTF-16 LE with its mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Document)] },
        { "UTF-16 BE with its mark", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Document)] },
        { "UTF-16 LE", Encoding.Unicode.GetBytes(Document) },
        { "UTF-16 BE", Encoding.BigEndianUnicode.GetBytes(Document) },
    };

    [Theory]
    [MemberData(nameof(Encoded))]
    public void Reads_the_encodings_that_editors_write(string encoding, byte[] bytes) => Of(bytes).Text.ShouldBe(Document, encoding);

    [Fact]
    public void Reads_what_is_not_UTF_8_as_Windows_and_says_so()
    {
        var read = Of([.. "# "u8, 0x93, .. "St"u8, 0xF6, .. "rung"u8, 0x94]);

        read.Text.ShouldBe("# “Störung”");
        read.Warning!.ShouldContain("Windows-1252");
    }

    [Fact]
    public void One_broken_byte_spoils_one_character_and_not_the_umlauts()
    {
        var read = Of([.. Encoding.UTF8.GetBytes(Document), 0xC3, 0x28, .. Encoding.UTF8.GetBytes(" grün")]);

        read.Text.ShouldStartWith(Document);
        read.Text.ShouldEndWith("\uFFFD( grün");
        read.Warning!.ShouldContain("1 byte is no UTF-8");
    }

    [Fact]
    public void A_lone_half_of_a_character_in_UTF_16_becomes_one_that_can_be_stored() =>
        Of([0xFF, 0xFE, (byte)'#', 0, 0x3D, 0xD8, (byte)'a', 0]).Text.ShouldBe("#\uFFFDa");

    public static TheoryData<string, byte[]> Binary => new()
    {
        { "program", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0] },
        { "picture", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10] },
        { "PDF", Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj") },
        { "gzip", [0x1F, 0x8B, 8, 0] },
        { "7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C] },
        { "RAR", Encoding.ASCII.GetBytes("Rar!\u001A\u0007") },
        { "RTF", Encoding.ASCII.GetBytes("{\\rtf1\\ansi Queue stopped}") },
        { "no text", [.. "# Queue"u8, 0, .. "stopped"u8] },
        { "no text", [.. Enumerable.Range(0, 4000).Select(i => (byte)((i * 197 % 255) + 1))] },
        { "empty", [.. " \n\t\r\n"u8] },
        { "empty", [0xEF, 0xBB, 0xBF] },
    };

    [Theory]
    [MemberData(nameof(Binary))]
    public void Refuses_what_is_no_text_by_a_sentence_that_says_what_it_is(string what, byte[] bytes)
    {
        var read = Of(bytes);

        read.Problem!.ShouldContain(what);
        read.Text.ShouldBeEmpty();
    }

    [Fact]
    public void Reads_a_coloured_log() => Of("\u001B[31m10:00 down\u001B[0m\n"u8.ToArray()).Problem.ShouldBeNull();

    [Theory]
    [InlineData("a\\b\\c.md", "a/b/c.md")]
    [InlineData("queue\u202Edm.exe", "queuedm.exe")]
    [InlineData("que\u200Bue\0\u0007\r\n.md", "queue.md")]
    [InlineData("👩‍🔧 disk.md", "👩‍🔧 disk.md")]
    [InlineData("../CON.md", "../CON.md")]
    public void A_name_says_what_it_is(string written, string plain) => FileNames.Plain(written).ShouldBe(plain);

    [Fact]
    public void A_name_holds_no_half_of_a_character() => FileNames.Plain("half " + (char)0xD83D + ".md").ShouldBe("half \uFFFD.md");

    private static FileText Of(byte[] bytes) => FileText.Of(new DroppedFile("a.md", bytes));
}
