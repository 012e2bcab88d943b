import { EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { Extension } from "@codemirror/state";
import { arrange, peers, type Peer, type Told } from "./peers";
import type { Versions } from "./versions";

const forgottenAfter = 12_000;
const atMostEvery = 200;
const colours = 4;

/** Shows who else writes and where; tells the others the same of this window. */
export function presence(address: string, window: string, versions: Versions, here: (people: { name: string; colour: number }[]) => void): Extension {
  return [peers, ViewPlugin.define((view) => new Company(view, `${address}/presence`, window, versions, here))];
}

class Company {
  private readonly known = new Map<string, Peer>();
  private told = "";
  private last = 0;
  private alive = Date.now();
  private timer = 0;
  private readonly beat = window.setInterval(() => this.look(), 1000);
  private readonly unlisten: () => void;
  private people = "";

  constructor(
    private readonly view: EditorView,
    private readonly address: string,
    private readonly own: string,
    private readonly versions: Versions,
    private readonly here: (people: { name: string; colour: number }[]) => void,
  ) {
    this.unlisten = versions.listen(() => [...this.known.values()].some((peer) => !peer.isPlaced) && this.place());
    document.addEventListener("document:presence", this.heard);
    document.addEventListener("document:alive", this.heardSomething);
    document.addEventListener("visibilitychange", this.seen);
    window.addEventListener("pagehide", this.leave);
    queueMicrotask(() => this.soon());
  }

  update(update: ViewUpdate): void {
    if (update.selectionSet || update.focusChanged) this.soon();
  }

  destroy(): void {
    window.clearInterval(this.beat);
    window.clearTimeout(this.timer);
    this.unlisten();
    document.removeEventListener("document:presence", this.heard);
    document.removeEventListener("document:alive", this.heardSomething);
    document.removeEventListener("visibilitychange", this.seen);
    window.removeEventListener("pagehide", this.leave);
    this.leave();
    this.here([]);
  }

  /** Few times a second, and fewer the more are there. */
  private soon(): void {
    if (this.timer || document.hidden) return;
    const wait = Math.max(0, this.last + Math.max(atMostEvery, this.known.size * 10) - Date.now());
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      void this.tell();
    }, wait);
  }

  private async tell(): Promise<void> {
    const { anchor, head } = this.view.state.selection.main;
    const from = this.versions.there(this.view.state, anchor, -1);
    const body = JSON.stringify({ window: this.own, version: from.version, anchor: from.at, head: this.versions.there(this.view.state, head, -1).at });
    // What is not told now is told when the stream is back.
    if (body === this.told || !navigator.onLine) return;

    const isFirst = this.told === "";
    const asked = (this.last = Date.now());
    this.told = body;
    try {
      const answer = await fetch(this.address, { method: "POST", headers: { "content-type": "application/json" }, body, signal: AbortSignal.timeout(5000) });
      if (!answer.ok) return;
      const there = (await answer.json()) as Told[];
      if (isFirst) this.keepOnly(there, asked);
      this.take(there, false);
    } catch {
      // Nobody hears where this window stands while it is offline; it tells again when its stream is back.
    }
  }

  /** Who left while the line was cut. */
  private keepOnly(there: Told[], asked: number): void {
    const windows = new Set(there.map((peer) => peer.window));
    for (const peer of [...this.known.values()]) if (!windows.has(peer.window) && peer.heard < asked) this.known.delete(peer.window);
  }

  /** Nobody knows who is there while nothing is heard. */
  private look(): void {
    if (this.known.size === 0 || Date.now() - this.alive <= forgottenAfter) return;
    this.known.clear();
    this.place();
  }

  private readonly heardSomething = (): void => {
    this.alive = Date.now();
  };

  private readonly heard = (event: Event): void => {
    const { detail } = event as CustomEvent<Told[] | null>;
    if (detail) this.take(detail, true);
    else this.tellAnew();
  };

  private tellAnew(): void {
    this.told = "";
    this.soon();
  }

  /** @param fresh Just said; what is answered may have been said a while ago, and who is known already was heard since. */
  private take(told: Told[], fresh: boolean): void {
    let someoneCame = false;
    for (const peer of told) {
      const before = this.known.get(peer.window);
      if (peer.window === this.own || (before && !fresh)) continue;
      if (peer.gone) {
        this.known.delete(peer.window);
        continue;
      }
      someoneCame ||= !before;
      const stays = before && before.version === peer.version && before.anchor === peer.anchor && before.head === peer.head;
      const colour = before?.colour ?? this.colourOf(peer.person);
      this.known.set(peer.window, stays ? { ...before, heard: Date.now() } : { ...peer, colour, heard: Date.now(), moves: (before?.moves ?? 0) + 1, isPlaced: false, at: null });
    }
    this.place();
    // Who comes does not know the version to which this window's place belongs.
    if (someoneCame && fresh) this.soon();
  }

  private place(): void {
    const shown = new Map(this.view.state.field(peers).map((peer) => [peer.window, peer.at]));
    for (const peer of this.known.values()) {
      // Once placed, it moves with the text here; until then it stays where it was before.
      const at = peer.isPlaced ? null : this.placeOf(peer);
      peer.isPlaced ||= at !== null;
      peer.at = at ?? shown.get(peer.window) ?? null;
    }
    this.view.dispatch({ effects: arrange.of([...this.known.values()].map((peer) => ({ ...peer }))) });
    this.list();
  }

  private placeOf(peer: Peer): Peer["at"] {
    const anchor = this.versions.here(this.view.state, peer.anchor, 1, peer.version);
    const head = this.versions.here(this.view.state, peer.head, 1, peer.version);
    return typeof anchor === "number" && typeof head === "number" ? { anchor, head } : null;
  }

  private colourOf(person: string): number {
    const others = new Map([...this.known.values()].map((peer) => [peer.person, peer.colour]));
    const same = others.get(person);
    if (same) return same;
    const used = [...others.values()];
    const free = Array.from({ length: colours }, (_, i) => i + 1).sort((one, other) => used.filter((c) => c === one).length - used.filter((c) => c === other).length || one - other);
    return free[0]!;
  }

  private list(): void {
    const mine = document.body.dataset.actor;
    const people = new Map([...this.known.values()].filter((peer) => peer.person !== mine).map((peer) => [peer.person, { name: peer.name, colour: peer.colour }]));
    const sorted = [...people.values()].sort((one, other) => one.name.localeCompare(other.name));
    const said = JSON.stringify(sorted);
    if (said === this.people) return;
    this.people = said;
    this.here(sorted);
  }

  private readonly seen = (): void => {
    if (document.hidden) this.leave();
    else this.tellAnew();
  };

  private readonly leave = (): void => {
    navigator.sendBeacon(this.address, JSON.stringify({ window: this.own, version: 0, anchor: 0, head: 0, gone: true }));
  };
}
