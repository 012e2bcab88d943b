using Postmortems.Domain.ImportExport;

namespace Postmortems.Web.ImportExport;

/// <summary>Takes files out of a form. What is larger than a document may be is not read further than needed to say so.</summary>
internal static class DroppedFiles
{
    public static async Task<List<DroppedFile>> OfAsync(IFormFileCollection files, CancellationToken cancel)
    {
        var dropped = new List<DroppedFile>();

        // A form in which nothing was chosen sends one file without name.
        foreach (var file in files.Where(file => file.FileName.Length > 0))
        {
            var bytes = new byte[Math.Min(file.Length, ImportLimits.LargestFile + 1)];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes, cancel);
            dropped.Add(new DroppedFile(file.FileName, bytes));
        }

        return dropped;
    }
}
