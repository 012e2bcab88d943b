/** Whether what was typed has arrived. */
export type Standing =
  | { kind: "saved" }
  | { kind: "saving" }
  | { kind: "offline"; waiting: number }
  | { kind: "signed-out"; waiting: number }
  | { kind: "refused"; why: string };

export function wordsOf(standing: Standing): string {
  switch (standing.kind) {
    case "saved":
      return "Saved";
    case "saving":
      return "Saving…";
    case "offline":
      return standing.waiting === 0 ? "Offline. What you type is kept on this device." : `Offline. ${countOf(standing.waiting)} kept on this device.`;
    case "signed-out":
      return standing.waiting === 0 ? "You are signed out." : `You are signed out. ${countOf(standing.waiting)} kept on this device.`;
    case "refused":
      return standing.why;
  }
}

function countOf(changes: number): string {
  return changes === 1 ? "1 change is" : `${changes} changes are`;
}
