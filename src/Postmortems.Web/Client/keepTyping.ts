/** A page that refreshes itself never overwrites what somebody is typing, closes what they opened, or undoes our marks. */
export function keepTyping(): void {
  document.addEventListener("turbo:before-morph-element", (event) => {
    const element = event.target as HTMLInputElement;
    const { newElement } = (event as CustomEvent<{ newElement?: HTMLInputElement }>).detail;
    const typing = element === document.activeElement && element.matches("input, textarea, select");
    if ((typing && newElement?.value !== element.value) || element.matches("dialog[open], [popover]:popover-open")) event.preventDefault();
  });

  document.addEventListener("turbo:before-morph-attribute", (event) => {
    const { attributeName } = (event as CustomEvent<{ attributeName: string }>).detail;
    const element = event.target as Element;
    const ours = element === document.documentElement && /^data-(theme|scripts)$/.test(attributeName);
    const opened = element.matches("details") && attributeName === "open";
    if (ours || opened) event.preventDefault();
  });
}
