import { Controller } from "@hotwired/stimulus";

/** Copies a text and says so on its button. Where the browser forbids it, the text is selected to be copied by hand. */
export default class CopyController extends Controller<HTMLElement> {
  static override targets = ["text", "button"];
  declare readonly textTarget: HTMLInputElement;
  declare readonly buttonTarget: HTMLButtonElement;

  select(): void {
    this.textTarget.select();
  }

  async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.textTarget.value);
      this.buttonTarget.textContent = "Copied";
    } catch {
      this.textTarget.focus();
      this.buttonTarget.textContent = "Press Ctrl-C";
    }
  }
}
