import { Controller } from "@hotwired/stimulus";

/** Says how many rows are selected; Escape clears. The buttons and the bar work without it. */
export default class SelectionController extends Controller<HTMLFormElement> {
  static override targets = ["count"];
  declare readonly countTarget: HTMLElement;

  override connect(): void {
    this.element.addEventListener("change", this.count);
    this.element.addEventListener("reset", this.later);
    this.element.addEventListener("keydown", this.leave);
    this.count();
  }

  override disconnect(): void {
    this.element.removeEventListener("change", this.count);
    this.element.removeEventListener("reset", this.later);
    this.element.removeEventListener("keydown", this.leave);
  }

  private readonly count = (): void => {
    this.countTarget.textContent = `${this.element.querySelectorAll("tbody input:checked").length} selected`;
  };

  private readonly later = (): void => {
    window.setTimeout(this.count);
  };

  private readonly leave = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.element.reset();
  };
}
