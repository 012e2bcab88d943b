using Microsoft.AspNetCore.Http;
using Postmortems.Domain.Patterns.Meanings;

namespace Postmortems.Web.Ops;

/// <summary>All settings, read once at start from the section "Postmortems" and the connection string of that name.</summary>
public sealed class PostmortemsSettings
{
    public const string Section = "Postmortems";
    public const string ConnectionStringKey = "ConnectionStrings__Postmortems";
    public const string DataDirectoryKey = "Postmortems__DataDirectory";
    public const string AddressKey = "Postmortems__Address";
    public const string PostgresKey = "Postmortems__Postgres";
    public const string EmbeddingsAddressKey = "Postmortems__Embeddings";
    public const string EmbeddingsModelKey = "Postmortems__EmbeddingsModel";

    /// <summary>A PostgreSQL of your own; empty starts the embedded one.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Where the embedded PostgreSQL keeps everything.</summary>
    public string DataDirectory { get; set; } = UsualDataDirectory();

    /// <summary>Addresses to listen on, parted by semicolons.</summary>
    public string Address { get; set; } = "http://localhost:5080";

    /// <summary>A folder with PostgreSQL's own bin, lib and share, instead of the ones that come along.</summary>
    public string? Postgres { get; set; }

    /// <summary>An OpenAI-compatible server, such as Ollama on http://localhost:11434, that is asked what causes and fix steps mean. Empty asks nobody.</summary>
    public string? Embeddings { get; set; }

    /// <summary>Which of its models is asked.</summary>
    public string? EmbeddingsModel { get; set; }

    /// <summary>Sent to it as a bearer token.</summary>
    public string? EmbeddingsKey { get; set; }

    public static PostmortemsSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var settings = new PostmortemsSettings();
        var faults = new List<string>(UnknownKeys(section));

        try
        {
            section.Bind(settings);
        }
        catch (InvalidOperationException fault)
        {
            faults.Add(fault.Message);
        }

        settings.ConnectionString = configuration.GetConnectionString(Section);
        settings.Address = section[nameof(Address)] ?? AspNetAddress(configuration) ?? settings.Address;
        faults.AddRange(settings.Faults());

        return faults.Count == 0
            ? settings
            : throw new StartupProblemException(string.Join(Environment.NewLine, faults));
    }

    internal EmbeddingsEndpoint ToEndpoint() => new(EmbeddingsAddress, EmbeddingsModel ?? "", EmbeddingsKey ?? "");

    private Uri? EmbeddingsAddress => Uri.TryCreate(Embeddings, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") ? address : null;

    private IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(DataDirectory))
        {
            yield return $"There is no home directory to keep data in; set {DataDirectoryKey} to a directory.";
        }
        else if (File.Exists(DataDirectory))
        {
            yield return $"{DataDirectory} is a file; set {DataDirectoryKey} to a directory.";
        }

        if (!string.IsNullOrEmpty(Postgres) && !Directory.Exists(Postgres))
        {
            yield return $"There is no directory {Postgres}; set {PostgresKey} to the folder that holds PostgreSQL's bin, lib and share.";
        }

        if (!string.IsNullOrEmpty(Embeddings) && EmbeddingsAddress is null)
        {
            yield return $"\"{Embeddings}\" is not an address to ask; set {EmbeddingsAddressKey} to one such as http://localhost:11434.";
        }

        if (!string.IsNullOrEmpty(Embeddings) && string.IsNullOrWhiteSpace(EmbeddingsModel))
        {
            yield return $"No model is named to ask at {Embeddings}; set {EmbeddingsModelKey} to one such as nomic-embed-text.";
        }

        if (!Address.Split(';').All(IsAddress))
        {
            yield return $"\"{Address}\" is not an address to listen on; set {AddressKey} to one such as http://localhost:5080.";
        }
    }

    // A misspelt key would otherwise be passed over without a word.
    private static IEnumerable<string> UnknownKeys(IConfigurationSection section)
    {
        var known = typeof(PostmortemsSettings).GetProperties()
            .Select(property => property.Name)
            .Except([nameof(ConnectionString)])
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        return section.GetChildren()
            .Where(setting => !known.Contains(setting.Key))
            .Select(setting => $"{Section}__{setting.Key} is not a setting; there are {string.Join(", ", known.Select(key => $"{Section}__{key}"))} and {ConnectionStringKey}.");
    }

    private static string? AspNetAddress(IConfiguration configuration) =>
        configuration["urls"] ?? (configuration["http_ports"] is { Length: > 0 } ports
            ? string.Join(';', ports.Split(';').Select(port => $"http://*:{port}"))
            : null);

    private static bool IsAddress(string address)
    {
        try
        {
            return BindingAddress.Parse(address.Trim()) is { Scheme: "http" or "https", Port: >= 0 and <= 65535 };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    // PostgreSQL refuses root and so runs as somebody who cannot see into root's home.
    private static string UsualDataDirectory()
    {
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
        {
            return "/var/lib/postmortems";
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return home.Length == 0 ? "" : Path.Combine(home, "postmortems");
    }
}
