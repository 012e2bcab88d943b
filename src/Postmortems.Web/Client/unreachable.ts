const words = "The server did not answer. What you typed stands here as before: send it again in a moment. What arrives twice counts once.";

/** A form that met no server says so, for without words it would look as if it had been taken. */
export function tellWhenUnreachable(): void {
  document.addEventListener("turbo:fetch-request-error", (event) => {
    if (event.target instanceof HTMLFormElement && !document.querySelector("[data-unreachable]")) document.body.append(notice());
  });

  document.addEventListener("turbo:submit-start", () => document.querySelector("[data-unreachable]")?.remove());
}

function notice(): Element {
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.role = "alert";
  toast.dataset.controller = "toast";
  toast.dataset.toastStaysValue = "true";
  toast.append(Object.assign(document.createElement("span"), { textContent: words }));

  const dismiss = document.createElement("button");
  dismiss.type = "button";
  dismiss.dataset.action = "toast#dismiss";
  dismiss.textContent = "Dismiss";
  toast.append(dismiss);

  const place = document.createElement("div");
  place.className = "toasts";
  place.dataset.unreachable = "";
  place.dataset.turboTemporary = "";
  place.append(toast);
  return place;
}
