using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Postmortems.Tests.ImportExport;

/// <summary>Zip files as people and attackers make them.</summary>
internal static class Zips
{
    private const int CentralSize = 24;
    private const int LocalSize = 22;

    public static byte[] Of(params (string Name, string Text)[] files) => Of([.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text)))]);

    public static byte[] Of(params (string Name, byte[] Bytes)[] files) => Made(zip =>
    {
        foreach (var (name, bytes) in files)
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(bytes);
        }
    });

    /// <summary>Many megabytes of the same letter in a few kilobytes.</summary>
    public static byte[] Bomb(int files, int megabytesEach) => Made(zip =>
    {
        var piece = Encoding.ASCII.GetBytes(new string('a', 1_000_000));

        for (var i = 0; i < files; i++)
        {
            using var entry = zip.CreateEntry($"{i}.md").Open();

            for (var megabyte = 0; megabyte < megabytesEach; megabyte++)
            {
                entry.Write(piece);
            }
        }
    });

    public static byte[] Empty(int files) => Made(zip =>
    {
        for (var i = 0; i < files; i++)
        {
            zip.CreateEntry($"{i}.md", CompressionLevel.NoCompression);
        }
    });

    public static byte[] Link(string name, string target) => Made(zip =>
    {
        var entry = zip.CreateEntry(name);
        entry.ExternalAttributes = unchecked((int)0xA1FF0000);
        using var content = entry.Open();
        content.Write(Encoding.UTF8.GetBytes(target));
    });

    /// <summary>The same archive that says another length of its only file than the file has.</summary>
    public static byte[] Lying(byte[] zip, int length)
    {
        var lying = (byte[])zip.Clone();
        Tell("PK\u0001\u0002"u8, CentralSize);
        Tell("PK\u0003\u0004"u8, LocalSize);
        return lying;

        void Tell(ReadOnlySpan<byte> mark, int at) =>
            BinaryPrimitives.WriteInt32LittleEndian(lying.AsSpan(lying.AsSpan().IndexOf(mark) + at), length);
    }

    private static byte[] Made(Action<ZipArchive> fill)
    {
        using var bytes = new MemoryStream();

        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            fill(zip);
        }

        return bytes.ToArray();
    }
}
