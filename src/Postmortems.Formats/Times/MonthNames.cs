namespace Postmortems.Formats.Times;

/// <summary>Months by name in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish and Russian.</summary>
internal static class MonthNames
{
    private static readonly Dictionary<string, int> Months = new string[][]
    {
        ["january", "jan", "januar", "jänner", "janvier", "janv", "enero", "ene", "gennaio", "janeiro", "januari", "stycznia", "января"],
        ["february", "feb", "februar", "février", "fevrier", "févr", "febrero", "febbraio", "fevereiro", "fev", "februari", "lutego", "февраля"],
        ["march", "mar", "märz", "maerz", "mrz", "mars", "marzo", "março", "marco", "maart", "marca", "марта"],
        ["april", "apr", "avril", "avr", "abril", "abr", "aprile", "kwietnia", "апреля"],
        ["may", "mai", "mayo", "maggio", "maio", "mei", "maja", "мая"],
        ["june", "jun", "juni", "juin", "junio", "giugno", "junho", "czerwca", "июня"],
        ["july", "jul", "juli", "juillet", "juil", "julio", "luglio", "julho", "lipca", "июля"],
        ["august", "aug", "août", "aout", "agosto", "ago", "augustus", "sierpnia", "августа"],
        ["september", "sep", "sept", "septembre", "septiembre", "settembre", "setembro", "września", "сентября"],
        ["october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "outubro", "out", "października", "октября"],
        ["november", "nov", "novembre", "noviembre", "novembro", "listopada", "ноября"],
        ["december", "dec", "dezember", "dez", "décembre", "decembre", "déc", "diciembre", "dic", "dicembre", "dezembro", "grudnia", "декабря"],
    }.SelectMany((names, index) => names.Select(name => (name, Month: index + 1))).ToDictionary(pair => pair.name, pair => pair.Month, StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Weekdays = new(
        ["monday", "mon", "tuesday", "tue", "tues", "wednesday", "wed", "thursday", "thu", "thur", "thurs", "friday", "fri", "saturday", "sat", "sunday", "sun",
            "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
            "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
        StringComparer.OrdinalIgnoreCase);

    public static int? Of(ReadOnlySpan<char> word) =>
        word.Length is >= 3 and <= 12 && Months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var month) ? month : null;

    public static bool IsWeekday(ReadOnlySpan<char> word) =>
        word.Length is >= 3 and <= 10 && Weekdays.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
