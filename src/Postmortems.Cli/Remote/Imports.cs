using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Postmortems.Cli.Input;

namespace Postmortems.Cli.Remote;

/// <summary>The imports of a server, over its HTTP API.</summary>
internal sealed class Imports : IDisposable
{
    private readonly Uri server;
    private readonly HttpClient http;

    public Imports(string address, string token)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
        {
            throw new BadInputException($"{address} is no address of a server. It begins with http:// or https://.");
        }

        if (token.Any(letter => char.IsControl(letter) || letter > '~' || letter == ' '))
        {
            throw new BadInputException("The token holds characters that no token has. Copy it again.");
        }

        this.server = server;
        http = new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromMinutes(10) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <returns>What the server says of each file, in order.</returns>
    /// <exception cref="BadInputException">With one sentence for the person at the terminal.</exception>
    public async Task<IReadOnlyList<JsonElement>> SendAsync(IReadOnlyList<ImportFile> files, string? zone, CancellationToken cancel)
    {
        try
        {
            using var form = Form(files, zone);
            using var answer = await http.PostAsync(new Uri(server, "api/imports"), form, cancel);
            var text = await answer.Content.ReadAsStringAsync(cancel);

            return answer.IsSuccessStatusCode
                ? [.. JsonSerializer.Deserialize<JsonElement>(text).GetProperty("files").EnumerateArray()]
                : throw new BadInputException(Sentence(answer.StatusCode, text));
        }
        catch (HttpRequestException fault)
        {
            throw new BadInputException($"{server} cannot be reached: {fault.Message}");
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new BadInputException($"{server} did not answer in ten minutes. Run the command again: what is imported is not imported twice.");
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new BadInputException($"{server} answers, but not as Postmortems does. Is the address right?");
        }
    }

    public void Dispose() => http.Dispose();

    private static MultipartFormDataContent Form(IReadOnlyList<ImportFile> files, string? zone)
    {
        var form = new MultipartFormDataContent();

        foreach (var file in files)
        {
            form.Add(new ByteArrayContent(file.Bytes), "files", file.Name);
        }

        if (zone is not null)
        {
            form.Add(new StringContent(zone), "zone");
        }

        return form;
    }

    private static string Sentence(HttpStatusCode status, string text) => status switch
    {
        HttpStatusCode.Unauthorized => "The server does not know this token. It may have been revoked; make a new one on your account page.",
        _ when Detail(text) is { } detail => detail,
        HttpStatusCode.Forbidden => "The owner of this token may not import. Ask an administrator for the editor role.",
        HttpStatusCode.NotFound => "The server has no imports at this address. Is the address right, and the server new enough?",
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
