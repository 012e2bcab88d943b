import { Controller } from "@hotwired/stimulus";

/** Fills in the time zone that this device is set to. */
export default class OwnZoneController extends Controller<HTMLInputElement> {
  override connect() {
    if (this.element.value === "" || this.element.value === "Etc/UTC") {
      this.element.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? this.element.value;
    }
  }
}
