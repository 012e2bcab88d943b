import { Controller } from "@hotwired/stimulus";

const pause = 500;

/** Brings the questions about a promise up to date while it is written. Without it they come with the next answer. */
export default class PromiseQuestionsController extends Controller<HTMLElement> {
  static override values = { url: String };
  static override targets = ["title", "doneWhen", "title-question", "done-when-question"];
  declare readonly urlValue: string;
  declare readonly titleTarget: HTMLInputElement;
  declare readonly doneWhenTarget: HTMLTextAreaElement;

  private timer = 0;

  override connect(): void {
    this.element.addEventListener("input", this.soon);
  }

  override disconnect(): void {
    window.clearTimeout(this.timer);
    this.element.removeEventListener("input", this.soon);
  }

  private readonly soon = (): void => {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), pause);
  };

  private async ask(): Promise<void> {
    const asked = new URLSearchParams({ title: this.titleTarget.value, doneWhen: this.doneWhenTarget.value });

    for (const field of ["title", "done-when"]) {
      asked.set("field", field);
      const answer = await fetch(`${this.urlValue}?${asked}`, { headers: { accept: "text/html" } });
      const place = this.element.querySelector(`[data-promise-questions-target="${field}-question"]`);
      if (answer.ok && place) place.innerHTML = await answer.text();
    }
  }
}
