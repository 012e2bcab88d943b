import { redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { Prec, type EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { bold, code, isMarked, italic, toggleMark } from "./inlineMarks";
import { insertTable, toggleLink } from "./insertions";
import { bullets, heading, isCodeBlock, isLine, isQuote, numbers, tasks, toggleCodeBlock, toggleLines, toggleQuote } from "./lineMarks";
import { choosePicture } from "./pictures";
import { endList, indentItems, outdentItems } from "./listIndent";

/** A button above the text. Its words and its icon are in WritingTools.razor, under the same name. */
interface Tool {
  run: (view: EditorView) => unknown;
  key?: string;
  isOn?: (state: EditorState) => boolean;
  can?: (state: EditorState) => boolean;
}

export const moved = "writing-tools:moved";
export const wanted = "writing-tools:wanted";

const all: Record<string, Tool> = {
  bold: { run: toggleMark(bold), key: "Mod-b", isOn: (state) => isMarked(state, bold) },
  italic: { run: toggleMark(italic), key: "Mod-i", isOn: (state) => isMarked(state, italic) },
  code: { run: toggleMark(code), key: "Mod-e", isOn: (state) => isMarked(state, code) },
  link: { run: toggleLink, key: "Mod-k" },
  heading2: { run: toggleLines(heading(2)), key: "Mod-Alt-2", isOn: (state) => isLine(state, heading(2)) },
  heading3: { run: toggleLines(heading(3)), key: "Mod-Alt-3", isOn: (state) => isLine(state, heading(3)) },
  heading4: { run: toggleLines(heading(4)), key: "Mod-Alt-4", isOn: (state) => isLine(state, heading(4)) },
  bullets: { run: toggleLines(bullets), key: "Mod-Shift-8", isOn: (state) => isLine(state, bullets) },
  numbers: { run: toggleLines(numbers), key: "Mod-Shift-7", isOn: (state) => isLine(state, numbers) },
  tasks: { run: toggleLines(tasks), key: "Mod-Shift-9", isOn: (state) => isLine(state, tasks) },
  quote: { run: toggleQuote, key: "Mod-Shift-.", isOn: isQuote },
  codeblock: { run: toggleCodeBlock, key: "Mod-Alt-c", isOn: isCodeBlock },
  table: { run: insertTable },
  picture: { run: choosePicture },
  undo: { run: undo, can: (state) => undoDepth(state) > 0 },
  redo: { run: redo, can: (state) => redoDepth(state) > 0 },
};

export function tools(): Extension {
  const keys = Object.values(all).flatMap(({ key, run }) => (key ? [{ key, run: (view: EditorView) => (run(view), true), preventDefault: true }] : []));
  return [
    Prec.high(
      keymap.of([
        ...keys,
        { key: "Enter", run: endList },
        { key: "Tab", run: indentItems, shift: outdentItems },
        { key: "Alt-F10", run: (view) => !view.dom.dispatchEvent(new CustomEvent(wanted, { bubbles: true, cancelable: true })) },
      ]),
    ),
    EditorView.updateListener.of(({ view, selectionSet, docChanged }) => {
      if (selectionSet || docChanged) view.dom.dispatchEvent(new CustomEvent(moved, { bubbles: true }));
    }),
  ];
}

export function viewIn(place: Element): EditorView | null {
  const editor = place.querySelector<HTMLElement>(".cm-editor");
  return editor && EditorView.findFromDOM(editor);
}

export function use(name: string, view: EditorView): void {
  all[name]?.run(view);
  view.focus();
}

/** Whether what is selected is of this kind already, where a button can tell. */
export function isOn(name: string, state: EditorState): boolean | null {
  return all[name]?.isOn?.(state) ?? null;
}

export function can(name: string, state: EditorState): boolean {
  return all[name]?.can?.(state) ?? true;
}
