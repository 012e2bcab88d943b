import type { EditorView } from "@codemirror/view";

export const said = "writing-tools:said";

/** A sentence beside the buttons, which is also read aloud. */
export function say(view: EditorView, sentence: string): void {
  view.dom.dispatchEvent(new CustomEvent(said, { bubbles: true, detail: sentence }));
}
