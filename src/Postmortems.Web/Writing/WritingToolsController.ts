import { Controller } from "@hotwired/stimulus";
import type { EditorView } from "@codemirror/view";

/** The buttons above the text: arrow keys go along them, Escape returns to the text. They work once the editor stands. */
export default class WritingToolsController extends Controller<HTMLElement> {
  static override targets = ["said"];
  declare readonly saidTarget: HTMLElement;
  private tools: typeof import("./Together/tools") | null = null;
  private drawing = 0;
  private quietAt = 0;

  override connect(): void {
    this.form.addEventListener("co-editor:begun", this.begun);
    this.form.addEventListener("writing-tools:moved", this.moved);
    this.form.addEventListener("writing-tools:wanted", this.wanted);
    this.form.addEventListener("writing-tools:said", this.said);
    for (const button of this.buttons) this.name(button);
    this.rest(this.buttons[0]);
  }

  override disconnect(): void {
    this.form.removeEventListener("co-editor:begun", this.begun);
    this.form.removeEventListener("writing-tools:moved", this.moved);
    this.form.removeEventListener("writing-tools:wanted", this.wanted);
    this.form.removeEventListener("writing-tools:said", this.said);
    window.cancelAnimationFrame(this.drawing);
  }

  /** Pressing a button with the pointer leaves the text its focus and what is selected in it. */
  hold(event: Event): void {
    event.preventDefault();
  }

  use(event: Event): void {
    const button = event.currentTarget as HTMLButtonElement;
    const view = this.view;
    this.rest(button);
    if (view && button.getAttribute("aria-disabled") !== "true") this.tools?.use(button.dataset.tool ?? "", view);
  }

  go(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      this.view?.focus();
      return;
    }

    const { buttons } = this;
    const here = buttons.indexOf(event.target as HTMLButtonElement);
    const next = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (next === undefined || here < 0) return;
    event.preventDefault();
    this.focus(buttons[(next + buttons.length) % buttons.length]);
  }

  private get form(): HTMLElement {
    return this.element.closest("form") ?? document.body;
  }

  private get view(): EditorView | null {
    return this.tools?.viewIn(this.form) ?? null;
  }

  private get buttons(): HTMLButtonElement[] {
    return [...this.element.querySelectorAll<HTMLButtonElement>("[data-tool]")];
  }

  private readonly begun = async (): Promise<void> => {
    this.tools = await import("./Together/tools");
    this.draw();
  };

  private readonly moved = (): void => {
    if (performance.now() > this.quietAt && this.saidTarget.textContent) this.saidTarget.textContent = "";
    window.cancelAnimationFrame(this.drawing);
    this.drawing = window.requestAnimationFrame(() => this.draw());
  };

  private readonly wanted = (event: Event): void => {
    event.preventDefault();
    this.focus(this.buttons.find((button) => button.tabIndex === 0));
  };

  /** A sentence about what was pasted or dropped; it goes when somebody writes on. */
  private readonly said = (event: Event): void => {
    this.saidTarget.textContent = (event as CustomEvent<string>).detail;
    this.quietAt = performance.now() + 4000;
  };

  private draw(): void {
    const view = this.view;
    if (!view || !this.tools) return;

    for (const button of this.buttons) {
      const tool = button.dataset.tool ?? "";
      const on = this.tools.isOn(tool, view.state);
      if (on !== null) set(button, "aria-pressed", String(on));
      set(button, "aria-disabled", String(!this.tools.can(tool, view.state)));
    }
  }

  private focus(button: HTMLButtonElement | undefined): void {
    this.rest(button);
    button?.focus();
  }

  /** Only one of the buttons is a stop of the Tab key. */
  private rest(here: HTMLButtonElement | undefined): void {
    for (const button of this.buttons) button.tabIndex = button === here ? 0 : -1;
  }

  /** On Apple's keyboards the same keys go with other signs. */
  private name(button: HTMLButtonElement): void {
    if (!/Mac|iPhone|iPad/.test(navigator.platform)) return;
    button.title = button.title.replace("Ctrl", "⌘").replace("Alt", "⌥").replace("Shift", "⇧");
    const keys = button.getAttribute("aria-keyshortcuts");
    if (keys) button.setAttribute("aria-keyshortcuts", keys.replace("Control", "Meta"));
  }
}

function set(button: HTMLButtonElement, name: string, value: string): void {
  if (button.getAttribute(name) !== value) button.setAttribute(name, value);
}
