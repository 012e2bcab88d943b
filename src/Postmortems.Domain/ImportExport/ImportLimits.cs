namespace Postmortems.Domain.ImportExport;

/// <summary>How much one import may bring. An archive larger than that goes in several.</summary>
public static class ImportLimits
{
    public const int MostFiles = 2000;
    public const int LargestFile = 6_000_000;
    public const long LargestImport = 200_000_000;
}
