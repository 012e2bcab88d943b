using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Postmortems.Cli.Input;

/// <summary>Writes an archive into a folder. What is the same already is not written again, and no name leads out of the folder.</summary>
internal static partial class ArchiveFolder
{
    private const long LargestFile = 100_000_000;

    /// <exception cref="BadInputException">With one sentence for the person at the terminal.</exception>
    public static async IAsyncEnumerable<WrittenFile> WriteAsync(Stream archive, string folder, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var zip = await OpenAsync(archive, cancel);

        foreach (var entry in zip.Entries)
        {
            if (!Name().IsMatch(entry.FullName) || entry.Length > LargestFile)
            {
                throw new BadInputException($"The archive holds a file that no export holds: {Shown(entry.FullName)}. It was not written.");
            }

            yield return new WrittenFile(entry.FullName, await WriteAsync(entry, Path.Combine(folder, entry.FullName), cancel));
        }
    }

    private static async Task<ZipArchive> OpenAsync(Stream archive, CancellationToken cancel)
    {
        try
        {
            return await ZipArchive.CreateAsync(archive, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancel);
        }
        catch (InvalidDataException fault)
        {
            throw new BadInputException($"The server sent no whole archive ({fault.Message}). Run the command again.");
        }
    }

    private static async Task<bool> WriteAsync(ZipArchiveEntry entry, string path, CancellationToken cancel)
    {
        try
        {
            // Not more than it says, whatever it unpacks to.
            var bytes = new byte[entry.Length];
            await using var content = await entry.OpenAsync(cancel);
            await content.ReadExactlyAsync(bytes, cancel);

            if (File.Exists(path) && (await File.ReadAllBytesAsync(path, cancel)).AsSpan().SequenceEqual(bytes))
            {
                return false;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, bytes, cancel);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new BadInputException($"{path} cannot be written: {fault.Message}");
        }
    }

    private static string Shown(string name) => new([.. name.Take(80).Where(letter => !char.IsControl(letter))]);

    [GeneratedRegex(@"^(PM-[0-9]{1,9}\.md|pictures/[a-z0-9-]{1,80}\.[a-z0-9+]{1,10})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}

/// <param name="Changed">False when the folder held the same already.</param>
internal sealed record WrittenFile(string File, bool Changed);
