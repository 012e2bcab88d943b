using System.Globalization;
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
        (server, http) = Connection.To(address, token);
    }

    /// <returns>What the server says of each file, in order.</returns>
    /// <exception cref="BadInputException">With one sentence for the person at the terminal.</exception>
    public async Task<IReadOnlyList<JsonElement>> SendAsync(IReadOnlyList<ImportFile> files, ToldForAll told, CancellationToken cancel)
    {
        try
        {
            using var form = Form(files, told);
            using var answer = await http.PostAsync(new Uri(server, "api/imports"), form, cancel);
            var text = await answer.Content.ReadAsStringAsync(cancel);

            return answer.IsSuccessStatusCode
                ? [.. JsonSerializer.Deserialize<JsonElement>(text).GetProperty("files").EnumerateArray()]
                : throw new BadInputException(Connection.Sentence(answer.StatusCode, text, "import"));
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

    private static MultipartFormDataContent Form(IReadOnlyList<ImportFile> files, ToldForAll told)
    {
        var form = new MultipartFormDataContent();

        foreach (var file in files)
        {
            form.Add(new ByteArrayContent(file.Bytes), "files", file.Name);
        }

        if (told.Zone is { } zone)
        {
            form.Add(new StringContent(zone), "zone");
        }

        if (told.Year is { } year)
        {
            form.Add(new StringContent(year.ToString(CultureInfo.InvariantCulture)), "year");
        }

        return form;
    }
}

/// <summary>What holds for all documents that do not say it themselves.</summary>
internal sealed record ToldForAll(string? Zone, int? Year);
