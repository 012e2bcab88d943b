using System.Text.RegularExpressions;

namespace Postmortems.Architecture.Tests;

public class WordTests
{
    private static readonly string[] Features =
    [
        "Accounts", "ActionItems", "Causes", "Home", "ImportExport", "Incidents", "Insights", "Ops", "Patterns", "Retros",
        "Reviews", "Search", "Services", "Timeline", "Writing",
    ];

    [Fact]
    public void Types_are_named_by_product_words()
    {
        var vague = new Regex("(Manager|Helper|Util|Utils|Utility|Common|Dto|BaseClass)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

        Product.All.SelectMany(Product.TypesOf).Where(type => vague.IsMatch(type.Name)).Select(type => type.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Folders_of_the_domain_are_features()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(Product.Root, "src/Postmortems.Domain")).Select(folder => Path.GetFileName(folder)!).Except(["bin", "obj"]);

        folders.ShouldBeSubsetOf(Features);
    }

    [Fact]
    public void Folders_of_the_web_are_features_the_shell_and_what_tools_expect()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(Product.Root, "src/Postmortems.Web")).Select(folder => Path.GetFileName(folder)!).Except(["bin", "obj"]);

        folders.ShouldBeSubsetOf([.. Features, "Shell", "Client", "Help", "Properties", "wwwroot"]);
    }

    [Fact]
    public void No_analyzer_is_silenced_by_a_pragma()
    {
        var silenced = Product.Sources(".cs")
            .Where(source => !source.Path.StartsWith("migrations/", StringComparison.Ordinal) && !source.Path.EndsWith("WordTests.cs", StringComparison.Ordinal))
            .Where(source => source.Text.Contains("#pragma warning disable") || source.Text.Contains("[SuppressMessage"))
            .Select(source => source.Path);

        silenced.ShouldBeEmpty();
    }

    [Fact]
    public void Classes_are_sealed_unless_made_to_be_derived()
    {
        var open =
            from type in Product.All.Except([Product.Migrations]).SelectMany(Product.TypesOf)
            where type is { IsClass: true, IsSealed: false, IsAbstract: false } && !Product.Components.Contains(type)
            where !Product.All.SelectMany(Product.TypesOf).Any(other => other.BaseType == type || (other.BaseType is { IsGenericType: true } generic && generic.GetGenericTypeDefinition() == type))
            where type.Name is not ("Program" or "_Imports")
            select type.FullName;

        open.ShouldBeEmpty();
    }
}
