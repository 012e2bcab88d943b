/** Whether what was typed has arrived. */
export type Standing =
  | { kind: "saved" }
  | { kind: "picture"; coming: number }
  | { kind: "saving" }
  | { kind: "offline"; waiting: number; kept: boolean }
  | { kind: "signed-out"; waiting: number; kept: boolean }
  | { kind: "refused"; why: string };

/** Words are not all: a picture on its way is neither stored nor linked. */
export function withPictures(standing: Standing, coming: number): Standing {
  return standing.kind === "saved" && coming > 0 ? { kind: "picture", coming } : standing;
}

export function wordsOf(standing: Standing): string {
  switch (standing.kind) {
    case "saved":
      return "Saved";
    case "picture":
      return standing.coming === 1 ? "Words saved. 1 picture is not stored yet." : `Words saved. ${standing.coming} pictures are not stored yet.`;
    case "saving":
      return "Saving…";
    case "offline":
      return standing.waiting === 0 ? "Offline. What you type is kept on this device." : `Offline. ${countOf(standing)}`;
    case "signed-out":
      return standing.waiting === 0 ? "You are signed out." : `You are signed out. ${countOf(standing)}`;
    case "refused":
      return standing.why;
  }
}

function countOf({ waiting, kept }: { waiting: number; kept: boolean }): string {
  const changes = waiting === 1 ? "1 change" : `${waiting} changes`;
  const are = waiting === 1 ? "is" : "are";
  return kept ? `${changes} ${are} kept on this device.` : `${changes} ${are} only in this tab, for this browser has no room left. Leave it open.`;
}
