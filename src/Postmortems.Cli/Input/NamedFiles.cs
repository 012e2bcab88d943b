namespace Postmortems.Cli.Input;

/// <summary>Files as people name them: one by one, or a folder of Markdown.</summary>
internal static class NamedFiles
{
    private static readonly string[] Endings = [".md", ".markdown"];

    /// <returns>Of a folder its Markdown in the order of names, without what is hidden or belongs to packages.</returns>
    /// <exception cref="BadInputException">Naming a folder without Markdown.</exception>
    public static IEnumerable<string> In(string named)
    {
        if (!Directory.Exists(named))
        {
            return [named];
        }

        var found = Directory.EnumerateFiles(named, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase) && !IsBeside(Path.GetRelativePath(named, file)))
            .Order(StringComparer.Ordinal)
            .ToList();

        return found.Count > 0 ? found : throw new BadInputException($"There is no Markdown in the folder {named}.");
    }

    private static bool IsBeside(string file) => file.Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.') || part == "node_modules");
}
