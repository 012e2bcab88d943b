import { Annotation, StateField, Transaction, type ChangeSet, type EditorState, type Extension, type TransactionSpec } from "@codemirror/state";

/** A change that was accepted, by the window that made it. */
export interface AcceptedChange {
  client: string;
  changes: ChangeSet;
}

interface Shared {
  /** The version up to which this window has heard all changes. */
  version: number;
  /** What was typed here and has not come back yet, each upon the one before. */
  unsent: readonly ChangeSet[];
}

const heard = Annotation.define<Shared>();

const shared = StateField.define<Shared>({
  create: () => ({ version: 0, unsent: [] }),
  update(value, transaction) {
    if (transaction.annotation(heard)) return transaction.annotation(heard)!;
    return transaction.docChanged ? { ...value, unsent: [...value.unsent, transaction.changes] } : value;
  },
});

/** A text that several windows write. */
export function sharing(version: number): Extension {
  return shared.init(() => ({ version, unsent: [] }));
}

export function heardVersion(state: EditorState): number {
  return state.field(shared).version;
}

export function unsentChanges(state: EditorState): readonly ChangeSet[] {
  return state.field(shared).unsent;
}

/**
 * What this window makes of accepted changes, each in its turn: the server does the same and must come to the same text. Where
 * two put words in at one place, those of the window whose name comes first stand first, whichever was accepted first. So what
 * each of them goes on typing there stays in one piece, letter by letter.
 */
export function hearing(state: EditorState, client: string, accepted: readonly AcceptedChange[]): TransactionSpec {
  let { version, unsent } = state.field(shared);
  let made: ChangeSet | null = null;

  for (const update of accepted) {
    version++;
    if (update.client === client && unsent.length > 0) {
      unsent = unsent.slice(1);
      continue;
    }

    const isFirst = client < update.client;
    let theirs = update.changes;
    unsent = unsent.map((mine) => {
      const moved = mine.map(theirs, isFirst);
      theirs = theirs.map(mine, !isFirst);
      return moved;
    });
    made = made ? made.compose(theirs) : theirs;
  }

  const now = heard.of({ version, unsent });
  if (!made) return { annotations: now };
  return { changes: made, annotations: [Transaction.addToHistory.of(false), Transaction.remote.of(true), now], filter: false };
}
