import { Controller } from "@hotwired/stimulus";
import { visit } from "@hotwired/turbo";

/** A page of a running retro: it looks anew when the meeting went on, also after the server was away, and shows the server's clock. */
export default class RetroController extends Controller<HTMLElement> {
  static override targets = ["left"];
  static override values = { stream: String, counts: Boolean, now: Number, ends: Number };
  declare readonly leftTargets: HTMLElement[];
  declare readonly streamValue: string;
  declare readonly countsValue: boolean;
  declare readonly nowValue: number;
  declare readonly endsValue: number;

  private source: EventSource | null = null;
  private ticking = 0;
  private waiting = 0;
  private again = 0;
  private ahead = 0;

  override connect(): void {
    this.ticking = window.setInterval(this.tick, 500);
    document.addEventListener("visibilitychange", this.follow);
    document.addEventListener("turbo:before-morph-element", this.stay);
    this.follow();
  }

  override disconnect(): void {
    window.clearInterval(this.ticking);
    document.removeEventListener("visibilitychange", this.follow);
    document.removeEventListener("turbo:before-morph-element", this.stay);
    this.close();
  }

  /** The page says what time it was on the server when it was made. */
  nowValueChanged(): void {
    this.ahead = this.nowValue - Date.now();
    this.tick();
  }

  leftTargetConnected(): void {
    this.tick();
  }

  /** Right, left, space and v press the button of the projector that says so; never while somebody types. */
  press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).matches("input, textarea, select, button, a, summary")) return;
    const button = this.element.querySelector<HTMLButtonElement>(`[data-retro-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  }

  private readonly tick = (): void => {
    if (!this.endsValue) return;
    const seconds = Math.round((this.endsValue - Date.now() - this.ahead) / 1000);
    const words = `${seconds < 0 ? "+" : ""}${Math.floor(Math.abs(seconds) / 60)}:${String(Math.abs(seconds) % 60).padStart(2, "0")}`;
    for (const left of this.leftTargets) {
      if (left.textContent !== words) left.textContent = words;
      left.classList.toggle("over", seconds < 0);
    }
  };

  /** What somebody has chosen and not sent yet stays as long as the page asks the same. */
  private readonly stay = (event: Event): void => {
    const { newElement } = (event as CustomEvent<{ newElement?: Element }>).detail;
    const choice = event.target as Element;
    if (choice.hasAttribute("data-retro-choice") && newElement?.id === choice.id) event.preventDefault();
  };

  private readonly follow = (): void => {
    this.close();
    if (document.hidden) return;
    const source = (this.source = new EventSource(this.streamValue));
    let lost = this.again > 0;
    source.addEventListener("step", this.soon);
    source.addEventListener("count", () => this.countsValue && this.soon());
    source.onopen = () => {
      if (lost) this.soon();
      lost = false;
      this.again = 0;
    };
    source.onerror = () => {
      lost = true;
      // A browser gives a line up for good when a server that starts answers with an error.
      if (source.readyState === EventSource.CLOSED) this.again = window.setTimeout(this.follow, 2000);
    };
  };

  private close(): void {
    window.clearTimeout(this.waiting);
    window.clearTimeout(this.again);
    this.source?.close();
    this.source = null;
  }

  /** Twelve phones do not ask in the same instant. */
  private readonly soon = (): void => {
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => visit(location.href, { action: "replace" }), 30 + Math.random() * 170);
  };
}
