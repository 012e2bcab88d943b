/** The setting of a device on which somebody does not want keys of one letter. */
export const switchedOff = "keys-off";

/** Whether a key of one letter is meant for the page: not for a field, a dialog or the browser. */
export function isForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.key.length !== 1) return false;
  return !localStorage.getItem(switchedOff) && !isTyping(event.target) && !document.querySelector("dialog:modal");
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select, [role=textbox]"));
}
