using System.Globalization;
using Postmortems.Cli.Input;

namespace Postmortems.Cli.Remote;

/// <summary>The archive of a server, over its HTTP API.</summary>
internal sealed class Exports : IDisposable
{
    private readonly Uri server;
    private readonly HttpClient http;

    public Exports(string address, string token) => (server, http) = Connection.To(address, token);

    /// <returns>A zip file on disk, which is gone when it is closed.</returns>
    /// <exception cref="BadInputException">With one sentence for the person at the terminal.</exception>
    public async Task<Stream> ReadAsync(CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(server, "api/archive"), HttpCompletionOption.ResponseHeadersRead, cancel);

            if (!answer.IsSuccessStatusCode)
            {
                throw new BadInputException(Connection.Sentence(answer.StatusCode, await answer.Content.ReadAsStringAsync(cancel), "export"));
            }

            return await KeepAsync(answer, cancel);
        }
        catch (HttpRequestException fault)
        {
            throw new BadInputException($"{server} cannot be reached: {fault.Message}");
        }
        catch (IOException fault)
        {
            throw new BadInputException($"The archive did not arrive whole: {fault.Message}");
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new BadInputException($"{server} did not answer in ten minutes.");
        }
    }

    /// <param name="form">html: a page of its own; json: after the published schema.</param>
    public async Task<byte[]> ReadAsync(int number, string form, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(server, string.Create(CultureInfo.InvariantCulture, $"api/postmortems/{number}/{form}")), cancel);

            return answer.IsSuccessStatusCode
                ? await answer.Content.ReadAsByteArrayAsync(cancel)
                : throw new BadInputException(Connection.Sentence(answer.StatusCode, await answer.Content.ReadAsStringAsync(cancel), "export"));
        }
        catch (HttpRequestException fault)
        {
            throw new BadInputException($"{server} cannot be reached: {fault.Message}");
        }
    }

    public void Dispose() => http.Dispose();

    private static async Task<FileStream> KeepAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 81_920, FileOptions.Asynchronous | FileOptions.DeleteOnClose);

        try
        {
            await answer.Content.CopyToAsync(file, cancel);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
