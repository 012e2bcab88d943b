using System.Text.Json;
using Microsoft.Extensions.FileProviders;

namespace Postmortems.Web.Ops;

/// <summary>Knows under which hashed name a browser asset was built: "app.css" is "/assets/app-35FG3BB3.css".</summary>
public sealed class Assets(IWebHostEnvironment host)
{
    private const string Manifest = "assets/manifest.json";

    private readonly Lock gate = new();
    private Dictionary<string, string> names = [];
    private DateTimeOffset read;

    public string this[string name] =>
        Names().TryGetValue(name, out var hashed)
            ? $"/assets/{hashed}"
            : throw new InvalidOperationException($"No browser asset is called {name}. Build the project again.");

    private Dictionary<string, string> Names()
    {
        var file = host.WebRootFileProvider.GetFileInfo(Manifest);
        if (!file.Exists)
        {
            throw new InvalidOperationException("The browser assets are missing. Build the project again, or start it from its own folder.");
        }

        // A rebuild while the product runs, as `npm run watch` does, gives new names.
        lock (gate)
        {
            if (file.LastModified != read)
            {
                names = Read(file);
                read = file.LastModified;
            }

            return names;
        }
    }

    private static Dictionary<string, string> Read(IFileInfo file)
    {
        using var stream = file.CreateReadStream();
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
