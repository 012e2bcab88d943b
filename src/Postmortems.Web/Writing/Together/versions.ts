import type { ChangeDesc, ChangeSet, EditorState } from "@codemirror/state";
import { heardVersion, unsentChanges } from "./sharing";

/** So many changes back a place is still found; what is older is told anew by the server. */
const most = 2000;

/** Brings places between what the server knows of a text and how it stands in this window. */
export class Versions {
  private readonly passed: ChangeDesc[] = [];
  private newest = 0;
  private readonly listeners = new Set<() => void>();

  /** The window has heard this change. */
  heard(version: number, changes: ChangeSet): void {
    this.newest = version;
    this.passed.push(changes.desc);
    if (this.passed.length > most) this.passed.shift();
    for (const listener of this.listeners) listener();
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Where a place of a version stands here; "later" when this window has not come so far, null when it is too long ago. */
  here(state: EditorState, at: number, side: -1 | 1, version: number): number | "later" | null {
    const synced = heardVersion(state);
    if (version > synced) return "later";
    const missed = synced - version;
    if (missed > this.passed.length || (missed > 0 && this.newest !== synced)) return null;

    for (const changes of [...this.passed.slice(this.passed.length - missed), ...unsentChanges(state)]) {
      if (at > changes.length) return null;
      at = changes.mapPos(at, side);
    }
    return at <= state.doc.length ? at : null;
  }

  /** Where a place of this window stands in the newest version that it has heard. */
  there(state: EditorState, at: number, side: -1 | 1): { at: number; version: number } {
    for (const changes of unsentChanges(state).toReversed()) at = changes.invertedDesc.mapPos(at, side);
    return { at, version: heardVersion(state) };
  }
}
