namespace Postmortems.Domain.ImportExport;

/// <summary>How much one import may bring. An archive larger than that goes in several.</summary>
public static class ImportLimits
{
    public const int MostFiles = 2000;
    public const int LargestFile = 6_000_000;
    public const int LargestZip = 60_000_000;

    /// <summary>Also of what comes out of zip files.</summary>
    public const long LargestImport = 200_000_000;

    /// <summary>Files of any kind in a zip file, pictures too.</summary>
    public const int MostZipEntries = 20_000;

    /// <summary>Exports of some tools are a zip file in a zip file.</summary>
    public const int DeepestZip = 2;
}
