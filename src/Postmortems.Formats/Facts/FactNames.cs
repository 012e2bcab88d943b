namespace Postmortems.Formats.Facts;

/// <summary>How teams name the fields of a postmortem, folded as headings are.</summary>
internal static class FactNames
{
    public static readonly string[] Title = ["title", "incident title", "incident name", "incident", "name", "subject", "titel", "titre", "titulo", "titolo"];

    public static readonly string[] IncidentDate = ["incident date", "date of incident", "date of the incident", "incident day", "outage date", "event date", "date of event", "date time", "date and time", "date of outage", "datum des vorfalls", "date de l incident", "fecha del incidente", "data do incidente"];

    public static readonly string[] Date = ["date", "day", "datum", "fecha", "data", "dato", "paiva", "when", "date reported", "日付", "日期"];

    public static readonly string[] Address = ["path", "slug", "url", "permalink"];

    public static readonly string[] Severity = ["severity", "sev", "incident severity", "severity level", "schweregrad", "severite", "gravite", "gravedad", "severidad", "severidade", "gravita", "ernst", "priority", "重大度", "严重程度"];

    public static readonly string[] People =
    [
        "author", "authors", "author s", "owner", "owners", "postmortem owner", "responder", "responders", "attendees", "participants", "incident commander", "incident lead", "commander", "ic", "scribe",
        "facilitator", "on call", "oncall", "engineers", "reviewers", "written by", "created by", "prepared by", "posted by", "author github", "autor", "autoren", "auteur", "auteurs", "autores", "autore", "autori", "verfasser", "participantes", "beteiligte",
    ];

    public static readonly string[] Services = ["service", "services", "affected service", "affected services", "impacted services", "services affected", "system", "systems", "affected systems", "components", "component", "services affectes", "betroffene dienste"];

    public static readonly string[] Zone = ["timezone", "time zone", "zone", "zeitzone", "fuseau horaire", "zona horaria"];

    public static readonly string[] Impact = ["impact start", "impact started", "start", "started", "started at", "start time", "start date", "incident start", "outage start", "began", "begin", "incident began", "time of start", "beginn", "debut", "inicio", "inizio"];

    public static readonly string[] Detected = ["detected", "detected at", "first detected", "time detected", "detection time", "time of detection", "fault detected", "incident detected", "discovered", "erkannt", "detecte", "detectado"];

    public static readonly string[] Acknowledged = ["acknowledged", "acknowledged at", "time acknowledged", "alert acknowledged", "acked", "incident acknowledged"];

    public static readonly string[] Mitigated = ["mitigated", "mitigated at", "time mitigated", "mitigation time", "repaired", "incident mitigated", "impact mitigated", "impact ended", "service restored"];

    public static readonly string[] Resolved = ["resolved", "resolved at", "time resolved", "resolution time", "end", "ended", "ended at", "end time", "end date", "incident end", "incident resolved", "outage end", "fixed", "fixed at", "ende", "behoben", "fin", "resolu", "resuelto"];

    /// <summary>Fields that hold a time of the incident, the earlier first.</summary>
    public static IEnumerable<string> Times => [.. Impact, .. Detected, .. Acknowledged, .. Mitigated, .. Resolved];

    /// <summary>Events of a timeline whose whole text is one of these state when impact began.</summary>
    public static readonly string[] ImpactBegan = ["fault occurs", "fault occurred", "incident began", "incident begins", "incident started", "incident starts", "outage began", "outage begins", "outage starts", "outage started", "problem starts", "impact starts", "impact began"];
}
