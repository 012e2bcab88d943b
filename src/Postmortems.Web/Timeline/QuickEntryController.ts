import { Controller } from "@hotwired/stimulus";
import { isTaken, type Answered } from "../Shell/taken";

const pause = 250;

/** Asks the server what it understands of the lines while they are typed. Enter adds them, Shift-Enter begins a new line. */
export default class QuickEntryController extends Controller<HTMLFormElement> {
  static override targets = ["lines"];
  static override values = { understood: String };

  declare readonly linesTarget: HTMLTextAreaElement;
  declare readonly understoodValue: string;

  private timer = 0;

  /** Lines that came back after a crash are understood as if they had just been typed. */
  override connect(): void {
    this.timer = window.setTimeout(() => {
      if (this.linesTarget.value !== this.linesTarget.defaultValue) this.ask();
    });
  }

  override disconnect(): void {
    window.clearTimeout(this.timer);
  }

  press(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.element.requestSubmit();
  }

  /** Only lines that the server has kept leave the box: what it did not understand comes back with the page, and refused lines stay. */
  sent(event: CustomEvent<Answered>): void {
    const answer = event.detail.fetchResponse;
    if (!answer || answer.serverError) return;
    if (isTaken(event.detail)) this.linesTarget.value = "";
    this.linesTarget.blur();
    document.addEventListener("turbo:render", () => this.linesTarget.focus(), { once: true });
  }

  soon(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.ask(), pause);
  }

  private ask(): void {
    const frame = this.element.querySelector("turbo-frame");
    const lines = this.linesTarget.value.trim();
    // A long paste is shown when it is added; an address cannot carry it.
    if (!frame || lines.length > 1500) return;
    frame.setAttribute("src", `${this.understoodValue}?lines=${encodeURIComponent(lines)}`);
  }
}
