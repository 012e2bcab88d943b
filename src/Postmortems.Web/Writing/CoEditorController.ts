import { Controller } from "@hotwired/stimulus";
import { ask } from "../Shell/ask";
import { putAtEnd, showHeading } from "./Together/going";
import { showPeople } from "./Together/people";
import { withPictures, wordsOf, type Standing } from "./Together/standing";
import type { Together } from "./Together/together";

/**
 * Puts the editor in which several people write at once in place of the plain text area. Until it stands, and wherever it
 * cannot, the text area stays what it was: a form with a version check.
 */
export default class CoEditorController extends Controller<HTMLFormElement> {
  static override targets = ["text", "state", "words", "signIn", "save", "here"];
  static override values = { address: String, place: String, wording: String };
  declare readonly textTarget: HTMLTextAreaElement;
  declare readonly stateTarget: HTMLElement;
  declare readonly wordsTarget: HTMLElement;
  declare readonly signInTarget: HTMLElement;
  declare readonly saveTarget: HTMLButtonElement;
  declare readonly hereTarget: HTMLElement;
  declare readonly hasHereTarget: boolean;
  declare readonly addressValue: string;
  declare readonly placeValue: string;
  declare readonly wordingValue: string;

  private together: Together | null = null;
  private editing: HTMLElement | null = null;
  private joined: HTMLElement | null = null;
  private connected = false;
  private beginning = false;
  private asking = false;
  private goingOn: HTMLFormElement | null = null;
  private standing: Standing = { kind: "saved" };
  private coming = 0;

  override connect(): void {
    this.connected = true;
    this.element.addEventListener("turbo:submit-start", this.asked);
    this.element.addEventListener("turbo:fetch-request-error", this.unanswered);
    document.addEventListener("turbo:before-render", this.answered);
    document.addEventListener("turbo:render", this.shown);
    this.element.addEventListener("submit", this.handOver, { capture: true });
    this.element.addEventListener("turbo:before-morph-element", this.stay);
    document.addEventListener("click", this.jump, { capture: true });
    document.addEventListener("submit", this.settleFirst, { capture: true });
    window.addEventListener("beforeunload", this.warn);
    document.addEventListener("untaken:put", this.put);
    this.shown();
  }

  override disconnect(): void {
    this.connected = false;
    this.element.removeEventListener("turbo:submit-start", this.asked);
    this.element.removeEventListener("turbo:fetch-request-error", this.unanswered);
    document.removeEventListener("turbo:before-render", this.answered);
    document.removeEventListener("turbo:render", this.shown);
    this.element.removeEventListener("submit", this.handOver, { capture: true });
    this.element.removeEventListener("turbo:before-morph-element", this.stay);
    document.removeEventListener("click", this.jump, { capture: true });
    document.removeEventListener("submit", this.settleFirst, { capture: true });
    window.removeEventListener("beforeunload", this.warn);
    document.removeEventListener("untaken:put", this.put);
    this.end();
  }

  /** The plain text area is back, with what the editor held. */
  private end(): void {
    if (!this.together) return;
    this.textTarget.value = this.together.text.toString();
    this.together.close();
    this.together = null;
    this.editing?.remove();
    this.joined?.remove();
    this.textTarget.hidden = false;
    this.saveTarget.disabled = false;
    this.element.removeAttribute("data-together");
    this.dispatch("ended", { bubbles: true });
  }

  private readonly asked = (): void => {
    this.asking = true;
  };

  private readonly unanswered = (): void => {
    this.asking = false;
  };

  /** The answer to this form may show the preview in its place. */
  private readonly answered = (): void => {
    if (this.asking) this.end();
  };

  private readonly shown = (): void => {
    this.asking = false;
    // What was typed into the plain text area and never sent is settled there first.
    if (!this.together && !this.beginning && !this.textTarget.hidden && !this.element.querySelector("[data-unsaved-notice]")) void this.begin();
  };

  private async begin(): Promise<void> {
    this.beginning = true;
    await this.open().finally(() => (this.beginning = false));
  }

  /** The text as the server has it takes the place of one with words that it will not take. */
  private async beginAgain(): Promise<void> {
    const { view } = this.together ?? {};
    const at = view?.hasFocus ? view.state.selection.main.head : null;
    this.end();
    await this.begin();
    if (at === null || !this.together) return;
    this.together.view.focus();
    this.together.view.dispatch({ selection: { anchor: Math.min(at, this.together.text.length) } });
  }

  /** Words that were not taken before, as new typing. */
  private readonly put = (event: Event): void => {
    if (!this.together) return;
    putAtEnd(this.together.view, (event as CustomEvent<string>).detail);
    event.preventDefault();
  };

  private async open(): Promise<void> {
    const [{ Together }, { editor }, { passages }, { questions }, { Versions }, { presence }] = await Promise.all([import("./Together/together"), import("./Together/editor"), import("./Together/passages"), import("./Together/questions"), import("./Together/versions"), import("./Together/presence")]);
    if (!this.connected) return;
    const versions = new Versions();
    const window = crypto.randomUUID();

    const editing = document.createElement("div");
    editing.className = "editor together";
    editing.dataset.unsavedSkip = "";
    const together = await Together.open({
      address: this.addressValue,
      place: `${this.placeValue}:${document.body.dataset.actor ?? ""}`,
      window,
      parent: editing,
      extensions: [editor(this.textTarget.ariaLabel ?? "Document text", document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "", (coming) => this.tellComing(coming)), passages(versions), questions(this.wordingValue), presence(this.addressValue, window, versions, (people) => this.tellHere(people))],
      stand: (standing) => this.say(standing),
      joined: (writers) => this.tell(`While your changes waited on this device, ${writers.join(" and ")} wrote too. Both are joined in the text; please read it once.`),
      replaced: (by) => this.tell(`${by} saved or restored a whole text. What you type goes on in it; please read it once. History keeps what stood before.`),
      heard: (version, changes) => versions.heard(version, changes),
      again: () => void this.beginAgain(),
    }).catch(() => null);

    if (!together) return;
    if (!this.connected) {
      together.close();
      return;
    }

    this.together = together;
    this.editing = editing;
    this.textTarget.after(editing);
    this.textTarget.hidden = true;
    this.saveTarget.disabled = true;
    this.element.setAttribute("data-together", "");
    this.dispatch("begun", { bubbles: true });
  }

  /** Preview shows what stands in the editor. */
  private readonly handOver = (event: SubmitEvent): void => {
    const { together } = this;
    if (!together) return;
    this.textTarget.value = together.text.toString();
    if (together.waiting === 0 || this.goingOn === this.element) return;

    // The page that comes says what the server has, so what was just typed goes there first.
    event.preventDefault();
    event.stopImmediatePropagation();
    void together.settled().then(() => {
      this.goingOn = this.element;
      this.element.requestSubmit(event.submitter);
      this.goingOn = null;
    });
  };

  /** Asking for a review or publishing takes the text as the server has it. */
  private readonly settleFirst = (event: SubmitEvent): void => {
    const form = event.target as HTMLFormElement;
    const { together } = this;
    if (!together || form === this.element || form === this.goingOn || form.method !== "post" || together.waiting === 0) return;

    event.preventDefault();
    event.stopImmediatePropagation();
    void together.settled().then(async (settled) => {
      if (!settled && !(await ask("Some of what you typed has not reached the server. Go on with the text as it was saved?", undefined, "Go on without it"))) return;
      this.goingOn = form;
      form.requestSubmit(event.submitter);
    });
  };

  private readonly warn = (event: BeforeUnloadEvent): void => {
    if (this.together && this.together.waiting > 0) event.preventDefault();
  };

  private readonly stay = (event: Event): void => {
    if (this.together && !this.asking && (event.target === this.textTarget || event.target === this.editing || event.target === this.stateTarget || event.target === this.element)) event.preventDefault();
  };

  private readonly jump = (event: Event): void => {
    const heading = (event.target as Element).closest<HTMLAnchorElement>("[data-desk-target=heading]");
    if (!this.together || !heading) return;

    if (!showHeading(this.together.view, (heading.firstChild?.textContent ?? "").trim())) return;
    event.preventDefault();
    event.stopPropagation();
  };

  private tellComing(coming: number): void {
    this.coming = coming;
    this.say(this.standing);
  }

  private say(text: Standing): void {
    this.standing = text;
    const standing = withPictures(text, this.coming);
    this.stateTarget.className = `save-state ${standing.kind === "saved" || standing.kind === "saving" ? "" : standing.kind === "refused" ? "lost" : "waiting"}`;
    this.stateTarget.dataset.standing = standing.kind;
    this.signInTarget.hidden = standing.kind !== "signed-out";
    const said = wordsOf(standing);
    if (this.wordsTarget.textContent !== said) this.wordsTarget.textContent = said;
  }

  private tellHere(people: { name: string; colour: number }[]): void {
    if (!this.hasHereTarget) return;
    showPeople(this.hereTarget, people);
  }

  private tell(words: string): void {
    this.joined?.remove();
    const notice = (this.joined = document.createElement("p"));
    notice.className = "unsaved-notice";
    notice.role = "status";
    notice.textContent = words;
    this.editing?.before(notice);
  }
}
