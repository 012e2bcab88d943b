/** Asks in our own dialog. The answer's button repeats the words of the button that was pressed, or `yes`. */
export function ask(question: string, pressed?: HTMLElement, yes = pressed?.textContent?.trim() || "Go on"): Promise<boolean> {
  const dialog = document.querySelector<HTMLDialogElement>("#confirm");
  if (!dialog) return Promise.resolve(window.confirm(question));

  dialog.querySelector("h2")!.textContent = question;
  dialog.querySelector(".main")!.textContent = yes;
  dialog.returnValue = "";
  dialog.showModal();

  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}
