import { Controller } from "@hotwired/stimulus";

const pause = 700;

/** Asks about the words of a field once typing rests. Without it the questions come with the next answer. */
export default class AskedBelowController extends Controller<HTMLElement> {
  static override values = { address: String, field: String };
  declare readonly addressValue: string;
  declare readonly fieldValue: string;

  private field: HTMLElement | null = null;
  private timer = 0;
  private asking: AbortController | null = null;

  override connect(): void {
    this.field = document.getElementById(this.fieldValue);
    this.field?.addEventListener("input", this.soon);
  }

  override disconnect(): void {
    window.clearTimeout(this.timer);
    this.asking?.abort();
    this.field?.removeEventListener("input", this.soon);
  }

  private readonly soon = (): void => {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), pause);
  };

  private async ask(): Promise<void> {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    const text = (this.field as HTMLTextAreaElement | null)?.value ?? "";
    try {
      const answer = await fetch(this.addressValue, { method: "POST", headers: { "content-type": "application/json", accept: "text/html" }, body: JSON.stringify({ text }), signal: asking.signal });
      if (!answer.ok) return;
      const questions = await answer.text();
      if (!asking.signal.aborted && this.element.innerHTML.trim() !== questions.trim()) this.element.innerHTML = questions;
    } catch {
      // Out of reach, or asked anew meanwhile: what stands there stays.
    }
  }
}
