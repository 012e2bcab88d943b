using Postmortems.Web.Ops;

namespace Postmortems.Tests.Ops;

public sealed class LaunchTests : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    [Fact]
    public async Task Ends_well_with_code_0()
    {
        var code = await Launch.RunAsync(SaysItIsReadyAsync, output, errors);

        code.ShouldBe(0);
        output.ToString().ShouldBe("Ready." + Environment.NewLine);
        errors.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Turns_a_problem_into_one_line_and_code_1()
    {
        var code = await Launch.RunAsync((_, _) => throw new StartupProblemException("The disk is full."), output, errors);

        code.ShouldBe(1);
        errors.ToString().ShouldBe("The disk is full." + Environment.NewLine);
    }

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
    }

    private static Task SaysItIsReadyAsync(Progress progress, CancellationToken cancel)
    {
        progress.Say("Ready.");
        return Task.CompletedTask;
    }
}
