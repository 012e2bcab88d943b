import { Controller } from "@hotwired/stimulus";
import { answer, coach, hear, say, takeBack, type Answer, type Said } from "./wording";

/** The questions that are open in the text, and what was answered: each leads to its place, and each answer can be taken back. */
export default class WordingController extends Controller<HTMLElement> {
  static override targets = ["list", "none", "more", "hint", "answered", "count", "answers", "fault", "coach", "status"];
  static override values = { address: String, most: Number };
  declare readonly listTarget: HTMLUListElement;
  declare readonly noneTarget: HTMLElement;
  declare readonly moreTarget: HTMLButtonElement;
  declare readonly hintTarget: HTMLElement;
  declare readonly answeredTarget: HTMLDetailsElement;
  declare readonly countTarget: HTMLElement;
  declare readonly answersTarget: HTMLUListElement;
  declare readonly faultTarget: HTMLElement;
  declare readonly coachTarget: HTMLInputElement;
  declare readonly statusTarget: HTMLElement;
  declare readonly addressValue: string;
  declare readonly mostValue: number;

  private told: Said["wording:told"] | null = null;
  private readonly takenBack: Answer[] = [];
  private all = false;
  private ends: (() => void)[] = [];

  override connect(): void {
    this.ends = [
      hear("wording:told", (told) => {
        this.told = told;
        this.show();
      }),
      hear("wording:read-out", (sentence) => (this.statusTarget.textContent = sentence)),
    ];
    // A morph brings the section as the server knows it.
    document.addEventListener("turbo:render", this.again);
    document.addEventListener("co-editor:ended", this.leave);
    say("wording:wanted", undefined);
  }

  override disconnect(): void {
    for (const end of this.ends) end();
    document.removeEventListener("turbo:render", this.again);
    document.removeEventListener("co-editor:ended", this.leave);
  }

  showAll(): void {
    this.all = true;
    this.show();
    this.listTarget.querySelectorAll<HTMLElement>("button")[this.mostValue]?.focus();
  }

  async coach(): Promise<void> {
    const refused = await coach(this.coachTarget.checked);
    this.fault(refused);
    if (refused) this.coachTarget.checked = !this.coachTarget.checked;
    else say("wording:look", undefined);
  }

  private readonly again = (): void => this.show();

  private readonly leave = (): void => {
    this.told = null;
    this.element.hidden = true;
  };

  private show(): void {
    if (!this.told) return;
    const { open, answered, coached } = this.told;
    const weightiest = new Set([...open].sort((one, other) => other.weight - one.weight).slice(0, this.all ? open.length : this.mostValue));
    const shown = open.filter((question) => weightiest.has(question));

    this.element.hidden = false;
    for (const line of document.querySelectorAll<HTMLElement>("[data-wording-open]")) {
      line.hidden = open.length === 0;
      line.querySelector("[data-wording-total]")!.textContent = open.length === 1 ? "1 question about the wording is open" : `${open.length} questions about the wording are open`;
    }
    this.noneTarget.hidden = open.length > 0;
    this.hintTarget.hidden = open.length === 0;
    this.moreTarget.hidden = shown.length === open.length;
    this.moreTarget.textContent = `Show ${open.length - shown.length} more`;
    this.coachTarget.checked = coached;
    fill(this.listTarget, shown.map((question) => [question.id, () => this.lineOf(question)]));

    const back = this.takenBack.filter(({ id }) => !answered.some((one) => one.id === id));
    this.answeredTarget.hidden = answered.length + back.length === 0;
    this.countTarget.textContent = `Answered: ${answered.length}`;
    fill(this.answersTarget, [...back.map((one): Line => [`back ${one.id}`, () => this.backOf(one)]), ...answered.map((one): Line => [one.id, () => this.answerOf(one)])]);
  }

  private lineOf({ id, phrase, question }: Said["wording:told"]["open"][number]): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    const quote = document.createElement("q");
    quote.textContent = phrase;
    const words = document.createElement("span");
    words.textContent = question;
    button.append(quote, " ", words);
    button.addEventListener("click", () => say("wording:open", { id }));
    return button;
  }

  private answerOf(given: Answer): HTMLElement {
    const line = document.createElement("div");
    const quote = document.createElement("q");
    quote.textContent = given.phrase;
    const how = document.createElement("span");
    const on = new Date(given.at).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
    how.textContent = answered[given.kind](given.reason);
    const who = document.createElement("small");
    who.textContent = `${given.by}, ${on}`;
    line.append(quote, " ", how, " ", who, this.button("Ask again", `Ask again about “${given.phrase}”`, async () => {
      const refused = await takeBack(this.addressValue, given.id);
      if (!refused) this.takenBack.unshift(given);
      return refused;
    }));
    return line;
  }

  private backOf(given: Answer): HTMLElement {
    const line = document.createElement("div");
    const quote = document.createElement("q");
    quote.textContent = given.phrase;
    line.append(quote, " is asked about again.", this.button("Undo", `Put the answer about “${given.phrase}” back`, () => answer(this.addressValue, given)));
    return line;
  }

  private button(words: string, label: string, press: () => Promise<string | null>): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button bare small";
    button.textContent = words;
    button.ariaLabel = label;
    button.addEventListener("click", () => void press().then((refused) => {
      this.fault(refused);
      if (!refused) say("wording:look", undefined);
    }));
    return button;
  }

  private fault(words: string | null): void {
    this.faultTarget.textContent = words ?? "";
    this.faultTarget.hidden = !words;
  }
}

const answered: Record<Answer["kind"], (reason: string) => string> = {
  kept: (reason) => `stays: ${reason}`,
  notBlame: () => "is not blame here.",
  off: () => "and its like are not asked about here.",
  becameCause: (reason) => `became a cause: ${reason}`,
  becameDecision: (reason) => `became a decision: ${reason}`,
};

type Line = [key: string, make: () => HTMLElement];

/** What stands already stays, so that focus and reading place survive. */
function fill(list: HTMLUListElement, lines: Line[]): void {
  const known = new Map([...list.children].map((item) => [(item as HTMLElement).dataset.key, item]));
  list.replaceChildren(
    ...lines.map(([key, make]) => {
      const item = known.get(key) ?? document.createElement("li");
      if (!known.has(key)) {
        (item as HTMLElement).dataset.key = key;
        item.append(make());
      }
      return item;
    }),
  );
}
