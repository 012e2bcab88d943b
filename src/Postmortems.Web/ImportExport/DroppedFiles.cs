using Postmortems.Domain.ImportExport;
using Postmortems.Formats;

namespace Postmortems.Web.ImportExport;

/// <summary>Takes files out of a form. What is larger than a document or an archive may be is not read further than needed to say so.</summary>
internal static class DroppedFiles
{
    private const int Beginning = 4;

    public static async Task<List<DroppedFile>> OfAsync(IFormFileCollection files, CancellationToken cancel)
    {
        var dropped = new List<DroppedFile>();

        // A form in which nothing was chosen sends one file without name. Browsers list a folder in any order; numbers of postmortems follow the names of its files.
        foreach (var file in files.Where(file => file.FileName.Length > 0).OrderBy(file => file.FileName, NumberedNames.Order))
        {
            await using var stream = file.OpenReadStream();
            var begins = new byte[Math.Min(file.Length, Beginning)];
            await stream.ReadExactlyAsync(begins, cancel);
            var bytes = new byte[Math.Min(file.Length, DroppedFile.Most(begins))];
            begins.CopyTo(bytes, 0);
            await stream.ReadExactlyAsync(bytes.AsMemory(begins.Length), cancel);
            dropped.Add(new DroppedFile(file.FileName, bytes));
        }

        return dropped;
    }
}
