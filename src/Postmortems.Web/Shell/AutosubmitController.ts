import { Controller } from "@hotwired/stimulus";

const pause = 300;

/** Sends a form of filters when one changes. Give the form data-turbo-action="replace", so that focus survives. */
export default class AutosubmitController extends Controller<HTMLFormElement> {
  private timer = 0;

  override connect(): void {
    this.element.addEventListener("input", this.soon);
    this.element.addEventListener("submit", this.stop);
  }

  override disconnect(): void {
    this.stop();
    this.element.removeEventListener("input", this.soon);
    this.element.removeEventListener("submit", this.stop);
  }

  private readonly soon = (event: Event): void => {
    const typed = (event.target as Element).matches("input:not([type=checkbox], [type=radio]), textarea");
    this.stop();
    this.timer = window.setTimeout(() => this.element.requestSubmit(), typed ? pause : 0);
  };

  private readonly stop = (): void => window.clearTimeout(this.timer);
}
