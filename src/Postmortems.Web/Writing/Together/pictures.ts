import type { Extension } from "@codemirror/state";
import { EditorView, ViewPlugin } from "@codemirror/view";
import { PictureOnItsWay } from "./pictureOnItsWay";
import { comingIn } from "./places";
import { say } from "./say";

const kinds = "image/png,image/jpeg,image/gif,image/webp,image/avif";

/** Pictures that are pasted, dropped or chosen are stored with the postmortem and linked where they were put. */
export function pictures(told: (coming: number) => void): Extension {
  return [
    EditorView.domEventHandlers({
      paste: (event, view) => {
        const clipboard = event.clipboardData;
        // Office puts a picture of its text beside the text.
        if (!clipboard || clipboard.files.length === 0 || clipboard.getData("text/plain").trim()) return false;
        return take(view, event, [...clipboard.files]);
      },
      drop: (event, view) => {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0 || files.every((file) => file.type.startsWith("text/"))) return false;
        return take(view, event, files, view.posAtCoords({ x: event.clientX, y: event.clientY }, false));
      },
    }),
    ViewPlugin.define((view) => {
      const warn = (event: BeforeUnloadEvent): void => {
        if (comingIn(view.state) > 0) event.preventDefault();
      };
      window.addEventListener("beforeunload", warn);
      return {
        update: ({ startState, state }) => comingIn(startState) === comingIn(state) || told(comingIn(state)),
        destroy: () => {
          window.removeEventListener("beforeunload", warn);
          told(0);
        },
      };
    }),
  ];
}

export function choosePicture(view: EditorView): void {
  const chooser = document.createElement("input");
  chooser.type = "file";
  chooser.accept = kinds;
  chooser.multiple = true;
  chooser.hidden = true;
  chooser.addEventListener("change", () => add(view, [...(chooser.files ?? [])], view.state.selection.main.head));
  for (const end of ["change", "cancel"]) chooser.addEventListener(end, () => chooser.remove());
  // Outside the page it could be cleared away while somebody is still choosing.
  document.body.append(chooser);
  chooser.click();
}

function take(view: EditorView, event: Event, files: File[], at = view.state.selection.main.head): boolean {
  event.preventDefault();
  add(view, files, at);
  return true;
}

/** What they are is decided by their bytes, on the server; here only what is plainly something else stays out. */
function add(view: EditorView, files: File[], at: number): void {
  const chosen = files.filter((file) => file.type === "" || file.type.startsWith("image/"));
  if (chosen.length < files.length) say(view, "Only pictures can be put into the text: PNG, JPEG, GIF, WebP or AVIF. Other files can be linked from where they are.");
  for (const file of chosen) new PictureOnItsWay(view, file, at);
}
