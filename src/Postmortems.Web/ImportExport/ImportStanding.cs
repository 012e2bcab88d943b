using Postmortems.Domain.ImportExport;

namespace Postmortems.Web.ImportExport;

/// <summary>How far an import is, in words.</summary>
internal static class ImportStanding
{
    public static string Heading(ImportView view) => view.Batch switch
    {
        { ConfirmedAt: not null } => view.Counts.Imported == 1 ? "One postmortem imported" : $"{view.Counts.Imported:N0} postmortems imported",
        { IsStopped: true } => $"Import stopped after {Documents(view.Counts.Imported)}",
        { DiscardedAt: not null } => "This import was discarded",
        { IsRunning: true } => "Postmortems are being imported",
        _ when view.Counts is { HoldNothing: true, Refused: 0 } => "Nothing here is new",
        _ when view.Counts.HoldNothing => view.Counts.All == 1 ? "This file cannot be imported" : "None of these files can be imported",
        _ => view.Counts.All == 1 ? "Read this document right?" : "Read these documents right?",
    };

    public static string Lead(ImportView view)
    {
        var counts = view.Counts;
        var files = $"{counts.All:N0} {(counts.All == 1 ? "file" : "files")}.";
        var rest = string.Concat(
            counts.Known > 0 ? $" {counts.Known:N0} imported before." : "",
            counts.Refused > 0 ? $" {counts.Refused:N0} cannot be imported; the list says why." : "",
            counts.LeftOut > 0 ? $" {counts.LeftOut:N0} left out." : "");

        return view.Batch switch
        {
            { IsOpen: true } when !counts.HoldNothing => $"{files} Nothing is stored before you say so; the source is kept beside the postmortem.{rest}",
            { IsStopped: true } => $"{files} What is imported stays; {Documents(counts.Waiting)} did not come to it. Go on whenever you like: none is imported twice.{rest}",
            _ => files + rest,
        };
    }

    private static string Documents(int count) => $"{count:N0} {(count == 1 ? "document" : "documents")}";
}
