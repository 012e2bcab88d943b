import { ChangeSet } from "@codemirror/state";
import { textAt } from "./line";
import { UnsentChanges, type Unsent } from "./unsent";
import { setAside } from "./untaken";

/** What a window begins with: a text of the server, and what was typed upon it on this device before. */
export interface Beginning {
  unsent: UnsentChanges;
  from: { version: number; text: string };
  left: Unsent | null;
}

/** Resolves to null when there is no such document. What does not fit its text any more is set aside. */
export async function beginning(place: string, address: string): Promise<Beginning | null> {
  const unsent = await UnsentChanges.take(place);
  let left = unsent.read();
  const text = left && (await textAt(address, left.base));
  if (left && !fit(left.changes, text?.version === left.base ? text.text.length : -1)) {
    setAside(unsent, left, "The document was set back to an earlier state meanwhile.");
    left = null;
  }

  const from = left ? text : await textAt(address);
  if (from) return { unsent, from, left };
  unsent.close();
  return null;
}

/** Whether changes can be made one after the other upon a text of this length. */
function fit(changes: unknown[], length: number): boolean {
  try {
    for (const change of changes) {
      const set = ChangeSet.fromJSON(change);
      if (set.length !== length) return false;
      length = set.newLength;
    }
    return length >= 0;
  } catch {
    return false;
  }
}
