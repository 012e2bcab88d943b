import type { EditorView } from "@codemirror/view";

/** @returns Whether there is a heading with these words. */
export function showHeading(view: EditorView, words: string): boolean {
  for (let number = 1; number <= view.state.doc.lines; number++) {
    const line = view.state.doc.line(number);
    if (!/^#{1,6}\s/.test(line.text) || !line.text.includes(words)) continue;
    view.focus();
    view.dispatch({ selection: { anchor: line.from }, scrollIntoView: true });
    return true;
  }
  return false;
}

/** Words that come from elsewhere, on lines of their own and before the writer's eyes. */
export function putAtEnd(view: EditorView, words: string): void {
  const end = view.state.doc.length;
  const insert = view.state.toText((end === 0 ? "" : "\n\n") + words);
  view.dispatch({ changes: { from: end, insert }, selection: { anchor: end + insert.length }, scrollIntoView: true, userEvent: "input.paste" });
  view.focus();
}
