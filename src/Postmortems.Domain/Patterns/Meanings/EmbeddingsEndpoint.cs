using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Postmortems.Domain.Patterns.Meanings;

/// <summary>
/// Where the team runs a model that says as numbers what texts mean, by the call that OpenAI made common and that Ollama
/// and vLLM answer too. Nothing is sent anywhere unless somebody set it.
/// </summary>
public sealed class EmbeddingsEndpoint : IDisposable
{
    private const int MostNumbers = 8192;
    private const int LongestRefusal = 200;

    private readonly HttpClient? http;
    private readonly Uri? calls;

    /// <param name="address">Such as http://localhost:11434; null asks nobody.</param>
    /// <param name="key">Sent as a bearer token; empty sends none.</param>
    /// <param name="patience">How long one call may take.</param>
    public EmbeddingsEndpoint(Uri? address, string model = "", string key = "", TimeSpan? patience = null)
    {
        Model = model;

        if (address is not null)
        {
            var path = address.GetLeftPart(UriPartial.Path).TrimEnd('/');
            calls = new Uri(path.EndsWith("/v1", StringComparison.Ordinal) ? $"{path}/embeddings" : $"{path}/v1/embeddings");
            Place = calls.GetLeftPart(UriPartial.Authority);
            http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            {
                Timeout = patience ?? TimeSpan.FromSeconds(20),
                MaxResponseContentBufferSize = 64 * 1024 * 1024,
            };
            http.DefaultRequestHeaders.Authorization = key.Length > 0 ? new AuthenticationHeaderValue("Bearer", key) : null;
        }
    }

    public bool IsOn => calls is not null;

    public string Model { get; }

    /// <summary>Scheme, host and port, for people to read.</summary>
    public string Place { get; } = "";

    public void Dispose() => http?.Dispose();

    /// <returns>The numbers of each text, in the same order, all of one length.</returns>
    /// <exception cref="NoMeaningException">Saying in a sentence what came instead.</exception>
    public async Task<float[][]> AskAsync(IReadOnlyList<string> texts, CancellationToken cancel = default)
    {
        try
        {
            using var answer = await http!.PostAsJsonAsync(calls, new { model = Model, input = texts }, cancel);

            return answer.IsSuccessStatusCode
                ? Understood(await answer.Content.ReadFromJsonAsync<Answer>(cancel), texts.Count)
                : throw new NoMeaningException($"{Place} refused with {(int)answer.StatusCode}: {Shortened.To((await answer.Content.ReadAsStringAsync(cancel)).ReplaceLineEndings(" "), LongestRefusal)}", RefusesTheText(answer));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new NoMeaningException($"{Place} did not answer within {http!.Timeout.TotalSeconds:0.#} seconds.");
        }
        catch (HttpRequestException fault)
        {
            throw new NoMeaningException($"{Place} cannot be reached: {fault.Message}");
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            throw new NoMeaningException($"{Place} answered something that is not a list of embeddings.");
        }
    }

    // Another text may fare better; a wrong key or an unknown model would be refused again.
    private static bool RefusesTheText(HttpResponseMessage answer) => (int)answer.StatusCode is 400 or 413 or 422 or 500;

    private float[][] Understood(Answer? answer, int asked)
    {
        var found = answer?.Data?.OrderBy(one => one.Index).Select(one => one.Embedding ?? []).ToArray() ?? [];

        if (found.Length != asked)
        {
            throw new NoMeaningException($"{Place} answered {found.Length} embeddings for {asked} texts.");
        }

        var length = found[0].Length;

        return length is > 0 and <= MostNumbers && Array.TrueForAll(found, one => one.Length == length && Array.TrueForAll(one, float.IsFinite))
            ? found
            : throw new NoMeaningException($"{Place} answered embeddings that cannot be compared: their lengths differ, or they hold no numbers.");
    }

    private sealed record Answer(List<One>? Data);

    private sealed record One(int Index, float[]? Embedding);
}

/// <summary>The endpoint gave no meaning; the message says why in a sentence.</summary>
/// <param name="isAboutTheText">It may answer other texts.</param>
public sealed class NoMeaningException(string message, bool isAboutTheText = false) : Exception(message)
{
    public bool IsAboutTheText { get; } = isAboutTheText;
}
