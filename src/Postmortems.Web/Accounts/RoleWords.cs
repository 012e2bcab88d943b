using Postmortems.Domain.Accounts;

namespace Postmortems.Web.Accounts;

/// <summary>Roles in the words that people read.</summary>
internal static class RoleWords
{
    public static string Is(Role role) => role switch
    {
        Role.Viewer => "You can read everything.",
        Role.Editor => "You can read and write everything.",
        _ => "You are an administrator.",
    };

    public static string A(Role role) => role switch
    {
        Role.Viewer => "a viewer",
        Role.Editor => "an editor",
        _ => "an administrator",
    };

    public static string MayDo(Role role) => role switch
    {
        Role.Viewer => "You will be able to read everything.",
        Role.Editor => "You will be able to read and write everything.",
        _ => "You will be able to read and write everything, to invite people and to administer.",
    };
}
