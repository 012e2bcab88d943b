using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Postmortems.Cli.Input;

namespace Postmortems.Cli.Remote;

/// <summary>How to reach a server, and what its refusals mean to the person at the terminal.</summary>
internal static class Connection
{
    /// <exception cref="BadInputException">The address is none, or the token cannot be one.</exception>
    public static (Uri Server, HttpClient Http) To(string address, string token)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
        {
            throw new BadInputException($"{address} is no address of a server. It begins with http:// or https://.");
        }

        if (token.Any(letter => char.IsControl(letter) || letter > '~' || letter == ' '))
        {
            throw new BadInputException("The token holds characters that no token has. Copy it again.");
        }

        var http = new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromMinutes(10) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (server, http);
    }

        /// <param name="may">What the owner of the token wanted to do.</param>
    public static string Sentence(HttpStatusCode status, string text, string may) => status switch
    {
        HttpStatusCode.Unauthorized => "The server does not know this token. It may have been revoked; make a new one on your account page.",
        _ when Detail(text) is { } detail => detail,
        HttpStatusCode.Forbidden => $"The owner of this token may not {may}. Ask an administrator for the editor role.",
        HttpStatusCode.NotFound => $"The server knows no way to {may} at this address. Is the address right, and the server new enough?",
        _ => $"The server answered {(int)status} ({status}).",
    };

    private static string? Detail(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text).GetProperty("detail").GetString();
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
