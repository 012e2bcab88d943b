using System.Globalization;

namespace Postmortems.Web.Shell;

/// <summary>Reads what an address asks for. A parameter typed as a number would answer a shortened or mistyped address with an error.</summary>
public static class Asked
{
    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
