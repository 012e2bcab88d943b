import type { Extension, Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/** Under which heading somebody writes. */
export interface Here {
  words: string;
  line: number;
}

/** Tells the desk, which shows the questions of that section. */
export function sectionHelp(): Extension {
  let told = "";

  return EditorView.updateListener.of(({ view, state, selectionSet, docChanged, focusChanged }) => {
    if (!selectionSet && !docChanged && !focusChanged) return;
    const here = headingAbove(state.doc, state.selection.main.head);
    const now = here ? `${here.line} ${here.words}` : "";
    if (now === told) return;
    told = now;
    view.dom.dispatchEvent(new CustomEvent<Here | null>("desk:here", { bubbles: true, detail: here }));
  });
}

function headingAbove(text: Text, at: number): Here | null {
  for (let number = text.lineAt(at).number; number > 0; number--) {
    const words = /^#{1,6}\s+(.*?)\s*#*\s*$/.exec(text.line(number).text)?.[1];
    if (words) return { words, line: number };
  }

  return null;
}
