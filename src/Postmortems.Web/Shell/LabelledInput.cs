using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Forms.Mapping;

namespace Postmortems.Web.Shell;

/// <summary>
/// One question of a form: its label, its help, its fault. Use with <c>@bind-Value="Form.Title"</c> where Form is
/// <c>[SupplyParameterFromForm]</c>: the name that is posted follows from the expression. What somebody typed is shown
/// again even when it could not be read as a <typeparamref name="T"/>.
/// </summary>
public abstract class LabelledInput<T> : InputBase<T>
{
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Stands between the label and the fault, and is read out with the field.</summary>
    [Parameter]
    public string? Help { get; set; }

    [CascadingParameter]
    private FormMappingContext? Mapping { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    protected string Id => NameAttributeValue.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    protected string HelpId => Id + "-help";

    protected string FaultId => Id + "-fault";

    protected IReadOnlyList<string> Faults => EditContext?.GetValidationMessages(FieldIdentifier).ToList() ?? [];

    protected string? DescribedBy => (Help, Faults.Count) switch
    {
        (null, 0) => null,
        (null, _) => FaultId,
        (_, 0) => HelpId,
        _ => $"{HelpId} {FaultId}",
    };

    protected string? Shown => Unread ?? CurrentValueAsString;

    /// <summary>
    /// What was posted for this field and could not be read. The framework says only that the form has such a field, so
    /// the field reads its own text again.
    /// </summary>
    private string? Unread
    {
        get
        {
            if (Http?.Request is not { HasFormContentType: true } request || Mapping is null)
            {
                return null;
            }

            var posted = request.Form[NameAttributeValue].ToString();
            var thisForm = Mapping.GetAllErrors(request.Form["_handler"].ToString()).Any(error => error.Container == EditContext?.Model || error.Container == FieldIdentifier.Model);
            return thisForm && posted.Length > 0 && !TryParseValueFromString(posted, out _, out _) ? posted : null;
        }
    }

    /// <summary>Without this a form would be taken as valid with the field left empty.</summary>
    protected override void OnInitialized()
    {
        if (EditContext is null || Unread is null)
        {
            return;
        }

        var unread = new ValidationMessageStore(EditContext);
        EditContext.OnValidationRequested += (_, _) =>
        {
            unread.Clear();
            unread.Add(FieldIdentifier, CouldNotBeRead);
        };
    }

    private static string CouldNotBeRead => (Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)) switch
    {
        var type when type == typeof(DateOnly) => "Give a date, such as 2026-11-24.",
        var type when type == typeof(TimeOnly) => "Give a time, such as 14:05.",
        var type when type == typeof(DateTime) || type == typeof(DateTimeOffset) => "Give a date and a time, such as 2026-11-24 14:05.",
        var type when type == typeof(int) || type == typeof(long) => "Give a whole number.",
        var type when type == typeof(decimal) || type == typeof(double) => "Give a number.",
        _ => "Choose one of the offered values.",
    };

    protected override string? FormatValueAsString(T? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    protected override bool TryParseValueFromString(string? value, [MaybeNullWhen(false)] out T result, [NotNullWhen(false)] out string? validationErrorMessage)
    {
        var read = BindConverter.TryConvertTo(value, CultureInfo.InvariantCulture, out result);
        validationErrorMessage = read ? null : CouldNotBeRead;
        return read;
    }
}
