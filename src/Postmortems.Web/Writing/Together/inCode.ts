import type { EditorState } from "@codemirror/state";
import { treeOf } from "./inlineMarks";

const code = new Set(["FencedCode", "CodeBlock", "InlineCode", "CodeText", "CodeInfo", "URL", "Autolink"]);

/** Also where a code mark is open and not closed yet. */
export function isInCode(state: EditorState, at: number): boolean {
  for (let node: ReturnType<ReturnType<typeof treeOf>["resolveInner"]> | null = treeOf(state).resolveInner(at, -1); node; node = node.parent) {
    if (code.has(node.name)) return true;
  }
  const line = state.doc.lineAt(at);
  return (line.text.slice(0, at - line.from).split("`").length - 1) % 2 === 1;
}
