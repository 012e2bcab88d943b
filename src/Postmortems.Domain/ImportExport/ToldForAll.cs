namespace Postmortems.Domain.ImportExport;

/// <summary>What somebody answers once for all documents of an import.</summary>
/// <param name="Zone">IANA zone of times that name none; null keeps them as they are written.</param>
/// <param name="Year">Of days in documents that name no year; null keeps them as they are written.</param>
public sealed record ToldForAll(string? Zone = null, int? Year = null);
