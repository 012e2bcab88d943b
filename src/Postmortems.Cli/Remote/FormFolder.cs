using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using Postmortems.Cli.Input;

namespace Postmortems.Cli.Remote;

/// <summary>Writes every postmortem of an archive as a file of another form.</summary>
internal static class FormFolder
{
    private const string Before = "PM-";
    private const string Behind = ".md";

    /// <exception cref="BadInputException">With one sentence for the person at the terminal.</exception>
    public static async IAsyncEnumerable<WrittenFile> WriteAsync(Stream archive, Exports exports, string form, string folder, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var number in await NumbersAsync(archive, cancel))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{Before}{number}.{form}");

            yield return new WrittenFile(name, await WriteAsync(Path.Combine(folder, name), await exports.ReadAsync(number, form, cancel), cancel));
        }
    }

    private static async Task<List<int>> NumbersAsync(Stream archive, CancellationToken cancel)
    {
        try
        {
            await using var zip = await ZipArchive.CreateAsync(archive, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancel);

            return [.. zip.Entries.Select(entry => NumberOf(entry.FullName)).OfType<int>()];
        }
        catch (InvalidDataException fault)
        {
            throw new BadInputException($"The server sent no whole archive ({fault.Message}). Run the command again.");
        }
    }

    private static int? NumberOf(string name) =>
        name.StartsWith(Before, StringComparison.Ordinal) && name.EndsWith(Behind, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(Before.Length, name.Length - Before.Length - Behind.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static async Task<bool> WriteAsync(string path, byte[] bytes, CancellationToken cancel)
    {
        try
        {
            if (File.Exists(path) && (await File.ReadAllBytesAsync(path, cancel)).AsSpan().SequenceEqual(bytes))
            {
                return false;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, bytes, cancel);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path} cannot be written: {fault.Message}");
        }
    }
}
