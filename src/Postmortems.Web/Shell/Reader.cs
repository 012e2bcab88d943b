using System.Security.Claims;
using Postmortems.Domain.Accounts;

namespace Postmortems.Web.Shell;

/// <summary>What the shell needs to know about the person who reads.</summary>
internal static class Reader
{
    /// <summary>For [Authorize(Roles = …)] on pages that change something.</summary>
    public const string Editors = nameof(Role.Editor) + "," + nameof(Role.Administrator);

    public static string? Id(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier);

    public static string DisplayName(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Name) ?? "";

    public static string RoleName(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Role) ?? "";

    public static bool Edits(this ClaimsPrincipal user) => user.RoleName() is nameof(Role.Editor) or nameof(Role.Administrator);

    public static bool Administers(this ClaimsPrincipal user) => user.RoleName() is nameof(Role.Administrator);
}
