import { Controller } from "@hotwired/stimulus";
import { isForPage, switchedOff } from "./keys";

const patience = 1200;

/** Any element says by which keys it is reached: data-keys="c", data-keys="g p". A field is focused, the rest is pressed. */
export default class KeysController extends Controller<HTMLElement> {
  static override targets = ["dialog", "setting"];
  declare readonly dialogTarget: HTMLDialogElement;
  declare readonly hasDialogTarget: boolean;
  declare readonly settingTarget: HTMLInputElement;

  private before = "";
  private waiting = 0;

  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "k") return this.reach("/", event);
    if (!isForPage(event)) return;

    if (event.key === "?") return this.show(event);

    const sequence = this.before ? `${this.before} ${event.key}` : event.key;
    this.remember(this.before ? "" : event.key);
    this.reach(sequence, event);
  }

  show(event: Event): void {
    if (!this.hasDialogTarget) return;
    event.preventDefault();
    this.settingTarget.checked = !localStorage.getItem(switchedOff);
    this.dialogTarget.showModal();
  }

  set(): void {
    if (this.settingTarget.checked) localStorage.removeItem(switchedOff);
    else localStorage.setItem(switchedOff, "yes");
  }

  override disconnect(): void {
    window.clearTimeout(this.waiting);
  }

  private reach(keys: string, event: Event): void {
    const reachable = [...document.querySelectorAll<HTMLElement>(`[data-keys="${CSS.escape(keys)}"]`)];
    const element = reachable.find((found) => found.matches("input, textarea")) ?? reachable[0];
    if (!element) return;

    event.preventDefault();
    this.remember("");
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
      element.focus();
      element.select();
    } else {
      element.click();
    }
  }

  private remember(key: string): void {
    window.clearTimeout(this.waiting);
    this.before = key;
    if (key) this.waiting = window.setTimeout(() => this.remember(""), patience);
  }
}
