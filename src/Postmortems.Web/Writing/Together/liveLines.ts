import { RangeSetBuilder, type Extension } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { isInCode } from "./inCode";

const begins = Decoration.line({ class: "live-line begins" });
const ends = Decoration.line({ class: "live-line ends" });
const alone = Decoration.line({ class: "live-line begins ends" });

/** Said here, because CodeMirror's own lines have no room at their sides. */
const looks = EditorView.theme({ ".cm-line.live-line": { padding: "0 0.7rem" } });

/** Lines at which readers see current data look like a block and not like words. */
export function liveLines(): Extension {
  const plugin = ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = marks(view);
      }

      update(update: ViewUpdate): void {
        if (update.docChanged || update.viewportChanged) this.decorations = marks(update.view);
      }
    },
    { decorations: (made) => made.decorations },
  );
  return [looks, plugin];
}

function marks(view: EditorView): DecorationSet {
  const found = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      const mark = markOf(line.text);
      if (mark && !isInCode(view.state, line.to)) found.add(line.from, line.from, mark);
      at = line.to + 1;
    }
  }
  return found.finish();
}

function markOf(line: string): Decoration | null {
  if (/^[\s>]*:::+\s*$/.test(line)) return ends;
  if (/^[\s>]*:::+\s*[A-Za-z][\w-]*(?:\s.*)?$/.test(line)) return begins;
  return /^\s*\{\{[a-z-]+\}\}\s*$/.test(line) ? alone : null;
}
