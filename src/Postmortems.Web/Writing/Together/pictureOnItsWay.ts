import { isolateHistory } from "@codemirror/commands";
import type { EditorView } from "@codemirror/view";
import { holdPlace, placeOf, release, releasePlace } from "./places";
import { say } from "./say";

const largest = 10 * 1024 * 1024;

type Answer = { url: string; name: string; note: string | null };

/** A picture between somebody's device and the server. It waits here, in its place in the text, until it has arrived or is let go. */
export class PictureOnItsWay {
  /** The same for each try, so that one which arrived without an answer is not stored twice. */
  private readonly id = crypto.randomUUID();
  private readonly shown = document.createElement("span");

  constructor(
    private readonly view: EditorView,
    private readonly file: File,
    at: number,
  ) {
    this.shown.className = "coming";
    this.shown.role = "status";
    holdPlace(view, this.id, this.shown, { from: at, to: at });
    void this.send();
  }

  private readonly send = async (): Promise<void> => {
    window.removeEventListener("online", this.send);
    if (this.file.size > largest) return this.failed("has more than 10 MB. Make it smaller, or cut out the part that matters.", false);

    this.shown.replaceChildren(`Adding ${this.name}…`);
    const address = this.view.dom.closest("form")?.querySelector<HTMLElement>("[data-attachments]")?.dataset.attachments ?? "";
    const answer = await fetch(`${address}/${this.id}?name=${encodeURIComponent(this.file.name)}`, { method: "PUT", body: this.file, headers: { "Content-Type": "application/octet-stream" }, redirect: "manual" }).catch(() => null);

    if (answer?.ok) return this.arrived((await answer.json()) as Answer);
    if (!answer) {
      window.addEventListener("online", this.send);
      return this.failed("has not reached the server. It waits here and is sent when you are online again.", true);
    }
    if (answer.status === 401 || answer.type === "opaqueredirect") return this.failed("was not added, because you are signed out. Sign in, then try again.", true);
    const problem = (await answer.json().catch(() => ({}))) as { detail?: string };
    this.failed(problem.detail ? `was refused: ${problem.detail}` : "was not added, for a reason on our side.", true);
  };

  private get name(): string {
    return this.file.name || "the picture";
  }

  private arrived({ url, name, note }: Answer): void {
    const place = placeOf(this.view.state, this.id);
    const words = name.replace(/\.\w+$/, "").replace(/[[\]\\]/g, " ").trim();
    if (place) {
      this.view.dispatch({
        changes: { ...place, insert: `![${words}](${url})` },
        effects: release.of(this.id),
        annotations: isolateHistory.of("full"),
        userEvent: "input.picture",
      });
    }
    this.done();
    if (note) say(this.view, note);
  }

  private failed(why: string, again: boolean): void {
    this.shown.replaceChildren(`${this.name} ${why} `, ...(again ? [this.button("Try again", this.send)] : []), this.button("Leave it out", () => this.leaveOut()));
  }

  private leaveOut(): void {
    releasePlace(this.view, this.id);
    this.done();
    this.view.focus();
  }

  private done(): void {
    window.removeEventListener("online", this.send);
  }

  private button(words: string, press: () => void): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button small";
    button.textContent = words;
    button.addEventListener("click", () => press());
    return button;
  }
}
