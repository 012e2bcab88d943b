/** Whether what was typed has arrived. */
export type Standing =
  | { kind: "saved" }
  | { kind: "saving" }
  | { kind: "offline"; waiting: number; kept: boolean }
  | { kind: "signed-out"; waiting: number; kept: boolean }
  | { kind: "refused"; why: string };

export function wordsOf(standing: Standing): string {
  switch (standing.kind) {
    case "saved":
      return "Saved";
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
