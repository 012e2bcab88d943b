import { Controller } from "@hotwired/stimulus";

/** Changes light and dark at once, where the form alone would load the page again. */
export default class ThemeController extends Controller<HTMLFormElement> {
  static override targets = ["choice"];
  declare readonly choiceTargets: HTMLButtonElement[];

  choose(event: Event): void {
    event.preventDefault();
    const theme = (event.currentTarget as HTMLButtonElement).value;
    const forced = theme !== "system";

    if (forced) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;

    const secure = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `theme=${forced ? theme : ""}; path=/; max-age=${forced ? 31536000 : 0}; samesite=lax${secure}`;
    for (const choice of this.choiceTargets) choice.ariaPressed = String(choice.value === theme);
  }
}
