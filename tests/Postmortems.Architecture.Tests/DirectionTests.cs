namespace Postmortems.Architecture.Tests;

public class DirectionTests
{
    [Fact]
    public void Engines_reference_nothing_of_ours() =>
        Product.Engines.SelectMany(Product.ReferencesOf).ShouldAllBe(name => !name.StartsWith("Postmortems", StringComparison.Ordinal));

    [Fact]
    public void Engines_know_no_database_and_no_web() =>
        Product.Engines.SelectMany(Product.ReferencesOf).ShouldAllBe(name => !IsWeb(name) && !IsDatabase(name));

    [Fact]
    public void The_domain_knows_no_web() => Product.ReferencesOf(Product.Domain).ShouldAllBe(name => !IsWeb(name));

    [Fact]
    public void The_domain_stands_on_the_engines_only() =>
        Ours(Product.Domain).ShouldBeSubsetOf(["Postmortems.PatternEngine", "Postmortems.Language", "Postmortems.Formats"]);

    [Fact]
    public void The_command_line_never_reaches_the_database() =>
        Product.ReferencesOf(Product.Cli).ShouldAllBe(name => !IsDatabase(name) && name != "Postmortems.Domain" && name != "Postmortems.Web");

    [Fact]
    public void Migrations_stand_on_the_domain_only() => Ours(Product.Migrations).ShouldBeSubsetOf(["Postmortems.Domain"]);

    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = File.ReadAllText(Path.Combine(Product.Root, "Postmortems.sln"));

        var projects = Product.Sources(".csproj").Select(source => source.Path.Split('/')[^1]).ToList();

        projects.Count.ShouldBeGreaterThan(10);
        projects.ShouldAllBe(project => solution.Contains(project));
    }

    private static List<string> Ours(System.Reflection.Assembly assembly) =>
        [.. Product.ReferencesOf(assembly).Where(name => name.StartsWith("Postmortems", StringComparison.Ordinal))];

    private static bool IsWeb(string name) => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);

    private static bool IsDatabase(string name) =>
        name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || name.StartsWith("Npgsql", StringComparison.Ordinal);
}
