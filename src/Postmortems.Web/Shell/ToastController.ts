import { Controller } from "@hotwired/stimulus";

const longEnoughToRead = 8000;

/** Leaves by itself when there is nothing to press. While somebody points at it or is in it, it stays. */
export default class ToastController extends Controller<HTMLElement> {
  static override values = { stays: Boolean };
  declare readonly staysValue: boolean;

  private leaving = 0;

  override connect(): void {
    if (!this.staysValue) this.leave();
  }

  override disconnect(): void {
    window.clearTimeout(this.leaving);
  }

  dismiss(): void {
    this.element.remove();
  }

  private leave(): void {
    this.leaving = window.setTimeout(() => {
      if (this.element.matches(":hover, :focus-within")) this.leave();
      else this.dismiss();
    }, longEnoughToRead);
  }
}
