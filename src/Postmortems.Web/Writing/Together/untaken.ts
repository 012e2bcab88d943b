import { ChangeSet } from "@codemirror/state";
import { holdSoon, leftAt, put, UnsentChanges, type Unsent } from "./unsent";

/** What somebody typed here that the server will not take any more. It stays on this device until they settle it. */
export interface Untaken {
  key: string;
  at: string;
  why: string;
  added: string[];
  /** Characters. */
  removed: number;
}

export const changed = "untaken:changed";

/** @param place Where the window keeps what it has not sent. */
export function untakenAt(place: string): Untaken[] {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(`untaken:${place}:`));
  const found = keys.map((key) => ({ ...(JSON.parse(localStorage.getItem(key)!) as Omit<Untaken, "key">), key }));
  return found.sort((one, other) => one.at.localeCompare(other.at));
}

export function discard(untaken: Untaken): void {
  localStorage.removeItem(untaken.key);
  document.dispatchEvent(new Event(changed));
}

/**
 * Kept first, then taken away from what is to be sent: in between they stand twice rather than nowhere.
 * @returns Whether there was room for them; without it they stay where they are.
 */
export function setAside(unsent: UnsentChanges, left: Unsent, why: string): boolean {
  const words = wordsOf(left.changes);
  const any = words.added.length > 0 || words.removed > 0;
  if (any && !put(`untaken:${unsent.place}:${unsent.client}`, JSON.stringify({ at: new Date().toISOString(), why, ...words }))) return false;
  unsent.write({ ...left, changes: [] });
  document.dispatchEvent(new Event(changed));
  return true;
}

/** For a page on which nothing can be sent: what windows left behind that are gone, without what was taken though they did not hear it. */
export async function setAsideLeft(place: string, address: string, why: string): Promise<void> {
  for (const client of leftAt(place)) {
    const release = await holdSoon(client, 2000);
    if (!release) continue;
    const unsent = new UnsentChanges(place, client, release);
    const left = unsent.read();
    const taken = left ? await takenOf(address, client, left) : null;
    if (left && taken !== null) setAside(unsent, { ...left, changes: left.changes.slice(taken) }, why);
    unsent.close();
  }
}

/** Resolves to null when the server cannot be asked now; a document that is gone took nothing. */
async function takenOf(address: string, client: string, left: Unsent): Promise<number | null> {
  let taken = 0;
  for (let after = left.base; ; ) {
    const answer = await fetch(`${address}/changes?after=${after}`).catch(() => null);
    if (answer?.status === 404) return taken;
    if (!answer?.ok) return null;
    const changes = (await answer.json()) as { version: number; client: string; sequence: number }[];
    taken += changes.filter((change) => change.client === client && change.sequence > left.confirmed).length;
    if (changes.length === 0) return taken;
    after = changes.at(-1)!.version;
  }
}

/** Many letters that were typed one by one are the words that they made. */
function wordsOf(changes: unknown[]): { added: string[]; removed: number } {
  const added: string[] = [];
  let removed = 0;
  try {
    const sets = changes.map((change) => ChangeSet.fromJSON(change));
    if (sets.length === 0) return { added, removed };
    sets.reduce((one, next) => one.compose(next)).iterChanges((from, to, _, __, text) => {
      removed += to - from;
      if (text.length > 0) added.push(text.toString());
    });
    return { added, removed };
  } catch {
    // They do not follow each other, so each of them is shown as it is.
    return { added: changes.flatMap(insertedBy), removed: 0 };
  }
}

/** Of a change as it is written: a number is what stays, a list what goes and the lines that come. */
function insertedBy(change: unknown): string[] {
  return Array.isArray(change) ? change.flatMap((part) => (Array.isArray(part) && part.length > 1 ? [part.slice(1).join("\n")] : [])) : [];
}
