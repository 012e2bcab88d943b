/**
 * Stands for @codemirror/lang-html, which brings the grammars of HTML, CSS and JavaScript for colours inside raw HTML. Our
 * documents show raw HTML as text, so the Markdown of the editor does without.
 */
export function html(): { language: { parser: undefined }; support: [] } {
  return { language: { parser: undefined }, support: [] };
}

export function htmlCompletionSource(): null {
  return null;
}
