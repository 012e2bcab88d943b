using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Postmortems.Architecture.Tests;

/// <summary>The product's assemblies and their types, as the rules below see them.</summary>
internal static class Product
{
    public static readonly Assembly PatternEngine = Assembly.Load("Postmortems.PatternEngine");
    public static readonly Assembly Language = Assembly.Load("Postmortems.Language");
    public static readonly Assembly Formats = Assembly.Load("Postmortems.Formats");
    public static readonly Assembly Domain = Assembly.Load("Postmortems.Domain");
    public static readonly Assembly Migrations = Assembly.Load("Postmortems.Migrations");
    public static readonly Assembly Web = Assembly.Load("Postmortems.Web");
    public static readonly Assembly Cli = Assembly.Load("postmortems");

    public static readonly IReadOnlyList<Assembly> Engines = [PatternEngine, Language, Formats];
    public static readonly IReadOnlyList<Assembly> All = [.. Engines, Domain, Migrations, Web, Cli];

    public static IEnumerable<string> ReferencesOf(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    /// <summary>Types that people wrote; the compiler's own have marks in their names.</summary>
    public static IEnumerable<Type> TypesOf(Assembly assembly) => assembly.GetTypes().Where(type => !type.FullName!.Contains('<') && !type.FullName.Contains("__"));

    public static IEnumerable<Type> Components => TypesOf(Web).Where(type => type.IsAssignableTo(typeof(IComponent)) && !type.IsAbstract);

    public static IEnumerable<Type> UseCases => TypesOf(Domain).Where(type => type is { IsClass: true, IsAbstract: false } && type.GetMethods().Any(method => method.Name == "RunAsync"));

    public static readonly string Root = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Postmortems.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Run the tests inside the source tree: the rules also read the sources.");
    }

    /// <summary>Sources below src and tests, without what builds leave behind. Paths are relative to the root, with slashes.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(params string[] endings) =>
        from folder in new[] { "src", "tests", "migrations" }
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where endings.Any(path.EndsWith) && !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "wwwroot")
        select (path, File.ReadAllText(file));
}
