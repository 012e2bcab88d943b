namespace Postmortems.Web.Writing.Wording;

internal static class WordingWords
{
    public static string Open(int questions) => questions == 1 ? "1 question about the wording is open" : $"{questions} questions about the wording are open";
}
