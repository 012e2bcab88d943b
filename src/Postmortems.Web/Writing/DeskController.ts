import { Controller } from "@hotwired/stimulus";
import type { Here } from "./Together/sectionHelp";

/** The outline leads through the text; the section in which somebody writes shows its questions. Ctrl-S saves what is not saved yet. */
export default class DeskController extends Controller {
  static override targets = ["text", "heading", "help", "save"];
  declare readonly textTarget: HTMLTextAreaElement;
  declare readonly hasTextTarget: boolean;
  declare readonly headingTargets: HTMLAnchorElement[];
  declare readonly helpTarget: HTMLElement;
  declare readonly hasHelpTarget: boolean;
  declare readonly saveTarget: HTMLButtonElement;

  override connect(): void {
    document.addEventListener("keydown", this.save);
    this.element.addEventListener("desk:here", this.lookedAt);
    this.grow();
  }

  override disconnect(): void {
    document.removeEventListener("keydown", this.save);
    this.element.removeEventListener("desk:here", this.lookedAt);
  }

  jump(event: Event): void {
    if (!this.hasTextTarget || this.textTarget.hidden) return;

    const heading = event.currentTarget as HTMLAnchorElement;
    const at = this.placeOf(heading);
    if (at < 0) return;

    event.preventDefault();
    const text = this.textTarget;
    text.focus({ preventScroll: true });
    text.setSelectionRange(at, at);
    window.scrollTo({ top: text.getBoundingClientRect().top + window.scrollY + this.heightUntil(at) - 120 });
    this.follow();
  }

  /** The heading above the caret is where somebody writes. */
  follow(): void {
    const caret = this.textTarget.selectionStart;
    this.show(this.headingTargets.filter((heading) => this.placeOf(heading) >= 0 && this.placeOf(heading) <= caret).at(-1));
  }

  /** The editor for several people says by itself where somebody writes. */
  private readonly lookedAt = (event: Event): void => {
    const here = (event as CustomEvent<Here | null>).detail;
    const alike = this.headingTargets.filter((heading) => (heading.firstChild?.textContent ?? "").trim() === here?.words);
    this.show(alike.sort((a, b) => Math.abs(Number(a.dataset.line) - here!.line) - Math.abs(Number(b.dataset.line) - here!.line))[0]);
  };

  private show(here: HTMLAnchorElement | undefined): void {
    for (const heading of this.headingTargets) {
      if (heading === here) heading.setAttribute("aria-current", "true");
      else heading.removeAttribute("aria-current");
    }

    if (!this.hasHelpTarget) return;
    this.helpTarget.textContent = here?.dataset.help ?? "";
    this.helpTarget.hidden = !this.helpTarget.textContent;
  }

  /** Where the browser does not size a text area by its text, this does. */
  grow(): void {
    if (!this.hasTextTarget || CSS.supports("field-sizing", "content")) return;
    this.textTarget.style.blockSize = "auto";
    this.textTarget.style.blockSize = `${this.textTarget.scrollHeight + 2}px`;
  }

  /** Words may have moved since the page came, so a heading is found by its words, nearest to where it was. */
  private placeOf(heading: HTMLAnchorElement): number {
    const lines = this.textTarget.value.split("\n");
    const words = (heading.firstChild?.textContent ?? "").trim();
    const was = Number(heading.dataset.line) - 1;
    const found = lines.flatMap((line, i) => (/^#{1,6}\s/.test(line) && line.includes(words) ? [i] : []));
    const nearest = found.sort((a, b) => Math.abs(a - was) - Math.abs(b - was))[0];
    return nearest === undefined ? -1 : lines.slice(0, nearest).reduce((length, line) => length + line.length + 1, 0);
  }

  private heightUntil(at: number): number {
    const text = this.textTarget;
    const twin = text.cloneNode() as HTMLTextAreaElement;
    twin.removeAttribute("name");
    twin.removeAttribute("data-desk-target");
    twin.setAttribute("aria-hidden", "true");
    twin.style.cssText = "position:absolute;visibility:hidden;block-size:0;min-block-size:0;field-sizing:fixed";
    twin.style.inlineSize = `${text.clientWidth}px`;
    twin.value = text.value.slice(0, at);
    text.after(twin);
    const height = twin.scrollHeight;
    twin.remove();
    return height;
  }

  private readonly save = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      // A text that is saved already would only meet what others wrote since.
      if (this.saveTarget.form?.hasAttribute("data-unsaved")) this.saveTarget.click();
    }
  };
}
