using Postmortems.Domain.ImportExport;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Meanings;
using Postmortems.Domain.Retros;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Web.Ops;

/// <summary>Looks for errands once a second and does them one after the other.</summary>
internal sealed class ErrandRunner(TakeErrand take, RecomputePatterns recomputePatterns, AskMeanings askMeanings, KeepVersions keepVersions, ForgetSentForms forgetSentForms, ContinueImports continueImports, BuildDuePacks buildDuePacks, TimeProvider clock, ILogger<ErrandRunner> log) : BackgroundService
{
    private readonly Dictionary<string, Func<CancellationToken, Task>> handlers = new()
    {
        [Errand.RecomputePatterns] = recomputePatterns.RunAsync,
        [Errand.AskMeanings] = askMeanings.RunAsync,
        [Errand.KeepVersions] = keepVersions.RunAsync,
        [Errand.ForgetSentForms] = forgetSentForms.RunAsync,
        [Errand.ContinueImports] = continueImports.RunAsync,
        [Errand.BuildRetroPacks] = buildDuePacks.RunAsync,
    };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await DoAllAsync(stoppingToken);
        }
    }

    private async Task DoAllAsync(CancellationToken cancel)
    {
        try
        {
            while (await take.RunAsync(handlers, cancel))
            {
            }
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // The database is away for a moment; the errands wait in it.
            log.LogWarning(problem, "Errands could not be looked for. The next try is in a second.");
        }
    }
}
