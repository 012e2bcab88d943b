using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Postmortems.Architecture.Tests;

public class PageTests
{
    [Fact]
    public void Only_pages_have_routes_and_every_page_has_one()
    {
        var routed = Product.Components.Where(type => type.GetCustomAttributes<RouteAttribute>().Any()).ToList();
        var pages = Product.Components.Where(type => type.Name.EndsWith("Page", StringComparison.Ordinal)).ToList();

        routed.Count.ShouldBeGreaterThan(5);
        routed.Select(type => type.FullName).Order().ShouldBe(pages.Select(type => type.FullName).Order());
    }

    [Fact]
    public void No_component_has_a_render_mode() =>
        Product.Components.ShouldAllBe(type => !type.GetCustomAttributes<RenderModeAttribute>().Any());

    [Fact]
    public void What_waits_for_data_is_drawn_when_it_is_there()
    {
        string[] waits = ["OnInitializedAsync", "OnParametersSetAsync"];

        var loading = Product.Components
            .Where(type => waits.Any(name => type.GetMethod(name, BindingFlags.Instance | BindingFlags.NonPublic, []) is { } method && method.DeclaringType == type))
            .ToList();

        loading.Count.ShouldBeGreaterThan(5);
        loading.ShouldAllBe(type => type.BaseType!.Name == "LoadedComponent");
    }

    [Fact]
    public void No_component_has_the_name_of_its_folder() =>
        Product.Components.ShouldAllBe(type => !type.Namespace!.EndsWith("." + type.Name, StringComparison.Ordinal));

    [Fact]
    public void No_page_writes_an_address_by_hand()
    {
        var byHand = Product.Sources(".razor")
            .SelectMany(source => source.Text.Split('\n').Select((line, index) => $"{source.Path}:{index + 1} {line.Trim()}"))
            .Where(line => line.Contains("href=\"/") || line.Contains("action=\"/"));

        byHand.ShouldBeEmpty();
    }

    [Fact]
    public void No_style_or_script_stands_in_a_page()
    {
        // What people take along as a file of its own carries its looks with it.
        var inline = Product.Sources(".razor")
            .Where(source => Path.GetFileName(source.Path) != "PageFile.razor")
            .Where(source => source.Text.Contains(" style=\"") || source.Text.Contains("<style") || source.Text.Contains(" onclick=\"") || source.Text.Contains("javascript:"))
            .Select(source => source.Path);

        inline.ShouldBeEmpty();
    }

    [Fact]
    public void What_an_address_asks_for_is_read_as_text()
    {
        var typed =
            from component in Product.Components
            from property in component.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            where property.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is not null && property.PropertyType != typeof(string) && property.PropertyType != typeof(string[])
            select $"{component.Name}.{property.Name}";

        typed.ShouldBeEmpty();
    }
}
