using Microsoft.AspNetCore.Components.Forms;

namespace Postmortems.Web.Shell;

/// <summary>Puts what a use case said no to where the reader sees it.</summary>
public static class Faults
{
    /// <param name="form">Handed to OnValidSubmit.</param>
    /// <param name="sentence">For the reader, such as the message of a broken rule.</param>
    /// <param name="field">Name of the model's property it stands next to; without one it stands above the form.</param>
    public static void Refuse(this EditContext form, string sentence, string field = "")
    {
        new ValidationMessageStore(form).Add(form.Field(field), sentence);
        form.NotifyValidationStateChanged();
    }
}
