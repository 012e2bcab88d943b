import { Controller } from "@hotwired/stimulus";
import { ask } from "../Shell/ask";
import type { Untaken } from "./Together/untaken";

/** Shows what somebody typed here that was not taken, until they have put it elsewhere or let it go. */
export default class UntakenController extends Controller<HTMLElement> {
  static override values = { place: String, address: String, why: String };
  declare readonly placeValue: string;
  declare readonly addressValue: string;
  /** Why nothing can be sent from this page; empty where the editor sends what it can. */
  declare readonly whyValue: string;

  override connect(): void {
    document.addEventListener("untaken:changed", this.show);
    document.addEventListener("turbo:render", this.shownAnew);
    this.element.addEventListener("turbo:before-morph-element", this.stay);
    void this.look();
  }

  override disconnect(): void {
    document.removeEventListener("untaken:changed", this.show);
    document.removeEventListener("turbo:render", this.shownAnew);
    this.element.removeEventListener("turbo:before-morph-element", this.stay);
  }

  private get place(): string {
    return `${this.placeValue}:${document.body.dataset.actor ?? ""}`;
  }

  private get isAnythingKept(): boolean {
    return Object.keys(localStorage).some((key) => key.startsWith(`untaken:${this.place}:`) || key.startsWith(`${this.place}:`));
  }

  private async look(): Promise<void> {
    if (!this.isAnythingKept) return;
    if (this.whyValue) await (await import("./Together/untaken")).setAsideLeft(this.place, this.addressValue, this.whyValue);
    this.show();
  }

  private readonly show = (): void => {
    void import("./Together/untaken").then(({ untakenAt }) => {
      this.element.replaceChildren(...untakenAt(this.place).map((untaken) => this.shown(untaken)));
    });
  };

  /** What can be done with the words depends on what the page shows now. */
  private readonly shownAnew = (): void => {
    if (this.element.childElementCount > 0) this.show();
  };

  private shown(untaken: Untaken): HTMLElement {
    const section = document.createElement("section");
    section.className = "untaken";
    section.ariaLabel = "Words that were not taken";
    const time = new Date(untaken.at).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
    section.append(paragraph(`You typed this on this device and it was not taken, as was found on ${time}: ${untaken.why}`, "status"), ...untaken.added.map(words));
    if (untaken.removed > 0) section.append(paragraph(`${untaken.added.length > 0 ? "It also took" : "It took"} away ${untaken.removed === 1 ? "1 character" : `${untaken.removed} characters`} of the text as it was.`));
    section.append(this.buttons(untaken));
    return section;
  }

  private buttons(untaken: Untaken): HTMLElement {
    const row = document.createElement("p");
    row.className = "row";
    if (untaken.added.length > 0) {
      if (canWrite()) row.append(button("Put it at the end of the text", () => void this.put(untaken)));
      row.append(button("Copy it", (pressed) => void copy(pressed, textOf(untaken))));
    }
    row.append(button("Discard it", () => void this.discard(untaken)));
    return row;
  }

  private async put(untaken: Untaken): Promise<void> {
    const isPut = !document.dispatchEvent(new CustomEvent("untaken:put", { detail: textOf(untaken), cancelable: true }));
    if (!isPut) putIntoArea(textOf(untaken));
    (await import("./Together/untaken")).discard(untaken);
  }

  private async discard(untaken: Untaken): Promise<void> {
    if (await ask("Discard these words? They stand nowhere else.", undefined, "Discard them")) (await import("./Together/untaken")).discard(untaken);
  }

  /** A page that refreshes itself knows nothing of what this device holds. */
  private readonly stay = (event: Event): void => {
    if (event.target === this.element && this.element.childElementCount > 0) event.preventDefault();
  };
}

function area(): HTMLTextAreaElement | null {
  return document.querySelector<HTMLTextAreaElement>("#desk textarea.editor");
}

function canWrite(): boolean {
  return area() !== null && document.querySelector("#desk .preview") === null;
}

function putIntoArea(text: string): void {
  const field = area()!;
  const end = field.value.length;
  field.setRangeText((end === 0 ? "" : "\n\n") + text, end, end, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

/** Without what no document may hold, for that may be why it was refused. */
function textOf(untaken: Untaken): string {
  return untaken.added.join("\n\n").replaceAll("\0", "").toWellFormed();
}

async function copy(pressed: HTMLButtonElement, text: string): Promise<void> {
  const copied = await navigator.clipboard.writeText(text).then(() => true, () => false);
  pressed.textContent = copied ? "Copied" : "The browser did not let us copy. Select the words and copy them";
}

function words(text: string): HTMLElement {
  const shown = document.createElement("pre");
  shown.tabIndex = 0;
  shown.textContent = text;
  return shown;
}

function paragraph(text: string, role?: string): HTMLElement {
  const shown = document.createElement("p");
  if (role) shown.role = role;
  shown.textContent = text;
  return shown;
}

function button(text: string, press: (pressed: HTMLButtonElement) => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button small";
  made.textContent = text;
  made.addEventListener("click", () => press(made));
  return made;
}
