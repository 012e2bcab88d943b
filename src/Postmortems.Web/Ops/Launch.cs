using System.Runtime.InteropServices;

namespace Postmortems.Web.Ops;

/// <summary>Runs the product: what keeps it from starting becomes a line on stderr and exit code 1.</summary>
public static class Launch
{
    public static async Task<int> RunAsync(
        Func<Progress, CancellationToken, Task> product, TextWriter output, TextWriter errors)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = EndsGently(PosixSignal.SIGINT, stop);
        using var terminate = EndsGently(PosixSignal.SIGTERM, stop);

        try
        {
            await product(new Progress(output), stop.Token);
            return 0;
        }
        catch (StartupProblemException problem)
        {
            await errors.WriteLineAsync(problem.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Stopped before the start was complete.");
        }

        return 1;
    }

    // Without this a signal during the start would end the process before anything is put away.
    private static PosixSignalRegistration EndsGently(PosixSignal signal, CancellationTokenSource stop) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });
}
