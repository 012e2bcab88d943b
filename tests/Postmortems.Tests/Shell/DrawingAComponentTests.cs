using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Postmortems.Web.Shell;

namespace Postmortems.Tests.Shell;

public sealed class DrawingAComponentTests
{
    [Fact]
    public async Task It_is_drawn_once_with_all_that_it_waited_for()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);

        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TwoAnswers>()).ToHtmlString());

        html.ShouldBe("at once, later, drawn 1 time");
    }

    /// <summary>The first answer is there before it is waited for, as the database's sometimes is.</summary>
    private sealed class TwoAnswers : LoadedComponent
    {
        private string? first;
        private string? second;
        private int drawn;

        protected override async Task OnInitializedAsync()
        {
            first = await Task.FromResult("at once");
            await Task.Delay(20);
            second = "later";
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            drawn++;

            if (first is not null)
            {
                builder.AddContent(0, $"{first}, {second!.ToLowerInvariant()}, drawn {drawn} time");
            }
        }
    }
}
