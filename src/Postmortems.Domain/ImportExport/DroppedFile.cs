namespace Postmortems.Domain.ImportExport;

/// <summary>A file as it came.</summary>
/// <param name="Name">May hold folders.</param>
public sealed record DroppedFile(string Name, byte[] Bytes);
