using Microsoft.AspNetCore.Components;

namespace Postmortems.Web.Shell;

/// <summary>
/// A component that is drawn only when all it shows is there. Blazor's own base also draws whatever is set when the first wait
/// begins; which wait that is depends on how fast the database answers, so half a page would be drawn now and then.
/// </summary>
public abstract class LoadedComponent : ComponentBase, IHandleEvent
{
    private bool isLoaded;

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);

        if (!isLoaded)
        {
            isLoaded = true;
            OnInitialized();
            await OnInitializedAsync();
        }

        OnParametersSet();
        await OnParametersSetAsync();
        StateHasChanged();
    }

    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        await item.InvokeAsync(arg);
        StateHasChanged();
    }
}
