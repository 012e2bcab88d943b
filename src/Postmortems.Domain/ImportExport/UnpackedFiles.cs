using System.IO.Compression;

namespace Postmortems.Domain.ImportExport;

/// <summary>
/// The files that were dropped, zip files taken apart. Nothing that a zip file says of itself is believed, nothing is written
/// to disk, and one file at a time is held.
/// </summary>
internal sealed class UnpackedFiles
{
    private const int Piece = 81_920;

    private long left = ImportLimits.LargestImport;
    private int count;

    /// <exception cref="RuleBrokenException">Together they are more than an import takes.</exception>
    public IEnumerable<DroppedFile> Of(IEnumerable<DroppedFile> dropped) => dropped.SelectMany(file => Of(file, depth: 0));

    private IEnumerable<DroppedFile> Of(DroppedFile file, int depth)
    {
        if (file.Problem is not null || !DroppedFile.IsZip(file.Bytes))
        {
            return [Counted(file)];
        }

        if (depth == ImportLimits.DeepestZip)
        {
            return [Counted(Refused(file.Name, "It is an archive within an archive within an archive, which is not unpacked. Unpack it and drop its documents."))];
        }

        return Unpack(file, depth);
    }

    private IEnumerable<DroppedFile> Unpack(DroppedFile file, int depth)
    {
        if (ZipProblem.OfWhole(file.Bytes) is { } problem)
        {
            yield return Counted(Refused(file.Name, problem));
            yield break;
        }

        if (Open(file.Bytes) is not { } zip)
        {
            yield return Counted(Refused(file.Name, ZipProblem.Damaged));
            yield break;
        }

        using (zip)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);

            foreach (var entry in zip.Entries.Where(entry => !ZipProblem.IsNoDocument(entry)))
            {
                var name = $"{file.Name}/{entry.FullName}";
                var wrong = names.Add(entry.FullName) ? ZipProblem.Of(entry) : "The archive holds another file of this name, which comes first and was taken.";

                foreach (var inner in wrong is not null ? [Counted(Refused(name, wrong))] : Of(Read(entry, name), depth + 1))
                {
                    yield return inner;
                }
            }
        }
    }

    private DroppedFile Read(ZipArchiveEntry entry, string name)
    {
        try
        {
            using var stream = entry.Open();
            using var bytes = new MemoryStream();
            var piece = new byte[Piece];
            var checksum = new Checksum();
            var most = Piece;

            for (var read = 0; bytes.Length < most && (read = stream.Read(piece)) > 0;)
            {
                Spend(read);
                checksum.Add(piece.AsSpan(0, read));
                bytes.Write(piece, 0, read);
                most = DroppedFile.Most(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            }

            // A size in the archive that is too small cuts a file off without a word; its checksum then tells.
            return bytes.Length < most && checksum.Value != entry.Crc32 ? Refused(name, ZipProblem.DamagedFile) : new DroppedFile(name, bytes.ToArray());
        }
        catch (Exception damaged) when (damaged is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            return Refused(name, ZipProblem.DamagedFile);
        }
    }

    private static ZipArchive? Open(byte[] bytes)
    {
        try
        {
            var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);

            // The list of its files is read when it is asked for.
            return zip.Entries.Count >= 0 ? zip : null;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or ArgumentException or IOException or NotSupportedException)
        {
            return null;
        }
    }

    private void Spend(int bytes)
    {
        left -= bytes;

        if (left < 0)
        {
            throw new RuleBrokenException("import/too-large", $"Unpacked, these files are larger than {ImportLimits.LargestImport / 1_000_000} MB. Import the archive in parts.");
        }
    }

    private DroppedFile Counted(DroppedFile file)
    {
        count++;

        return count <= ImportLimits.MostFiles
            ? file
            : throw new RuleBrokenException("import/too-many", $"Unpacked, these are more than {ImportLimits.MostFiles:N0} files. Import the archive in parts.");
    }

    private static DroppedFile Refused(string name, string problem) => new(name, [], problem);
}
