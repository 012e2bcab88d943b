namespace Postmortems.Web.ImportExport;

/// <summary>How a postmortem looks as a file of its own: read on a screen, light and dark, and printed.</summary>
internal static class PageFileStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --paper: #fdfcfa; --ink: #1d1c1a; --soft: #5d5a55; --line: #d9d5cd; --sunk: #f3f0ea; --link: #1f5fa8; }
        @media (prefers-color-scheme: dark) { :root { --paper: #191817; --ink: #e9e6e1; --soft: #a9a49b; --line: #3a3835; --sunk: #242220; --link: #8ab8f0; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 3rem 1.25rem 4rem; max-width: 46rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Charter, "Bitstream Charter", "Source Serif 4", Georgia, serif; overflow-wrap: break-word; }
        h1, h2, h3, h4, h5, h6, dl, .kind, footer, table { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1rem; text-wrap: balance; }
        h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.2em 0 0.5em; }
        h3 { font-size: 1.1rem; margin: 1.6em 0 0.4em; }
        h4, h5, h6 { font-size: 1rem; margin: 1.4em 0 0.4em; }
        p, ul, ol, blockquote, pre, table, figure { margin: 0 0 1em; }
        li > p { margin-bottom: 0.4em; }
        a { color: var(--link); text-underline-offset: 0.15em; }
        header { border-bottom: 1px solid var(--line); margin-bottom: 2rem; padding-bottom: 1rem; }
        .kind, footer { color: var(--soft); font-size: 0.875rem; }
        header dl { display: flex; flex-wrap: wrap; gap: 0.4rem 2rem; margin: 0; font-size: 0.9rem; }
        header dl div { max-width: 100%; }
        dt { color: var(--soft); font-size: 0.8rem; }
        dd { margin: 0; }
        footer { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1rem; }
        aside { border: 1px solid var(--line); border-radius: 6px; padding: 0.8rem 1rem 0; margin: 0 0 1.5rem; background: var(--sunk); break-inside: avoid; }
        aside p { margin-bottom: 0.6rem; }
        blockquote { border-inline-start: 3px solid var(--line); padding-inline-start: 1rem; color: var(--soft); }
        code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: 0.875em; }
        code { background: var(--sunk); padding: 0.1em 0.3em; border-radius: 3px; }
        pre { background: var(--sunk); padding: 0.8rem 1rem; border-radius: 6px; overflow-x: auto; line-height: 1.5; }
        pre code { background: none; padding: 0; }
        table { border-collapse: collapse; width: 100%; font-size: 0.9rem; line-height: 1.45; }
        th, td { border-bottom: 1px solid var(--line); padding: 0.45rem 0.9rem 0.45rem 0; text-align: start; vertical-align: top; }
        th { color: var(--soft); font-weight: 600; white-space: nowrap; }
        td:first-child { min-width: 4.5rem; }
        tr:has(> :nth-child(4)) > :nth-child(n+2) { min-width: 7.2em; }
        img { max-width: 100%; height: auto; border-radius: 6px; }
        hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
        input[type=checkbox] { margin-inline-end: 0.4em; }
        @media (max-width: 34rem) { body { padding-top: 1.5rem; font-size: 1rem; } h1 { font-size: 1.6rem; } main table { display: block; overflow-x: auto; } }
        @page { margin: 18mm 17mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #666; } }
        @media print {
          :root { color-scheme: light; --paper: white; --ink: black; --soft: #555; --line: #ccc; --sunk: #f5f5f5; --link: black; }
          body { padding: 0; max-width: none; font-size: 10.5pt; line-height: 1.5; }
          h1 { font-size: 21pt; } h2 { font-size: 14pt; margin-top: 1.6em; } h3 { font-size: 11.5pt; }
          h1, h2, h3, h4 { break-after: avoid; }
          table { font-size: 9pt; } thead { display: table-header-group; } tr, li, figure, img, blockquote { break-inside: avoid; }
          pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 8.5pt; border: 0.5pt solid var(--line); }
          p { orphans: 3; widows: 3; }
          a { text-decoration: none; }
          main a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 8pt; color: var(--soft); overflow-wrap: anywhere; }
          td a[href^="http"]::after { content: none; }
        }
        """;
}
