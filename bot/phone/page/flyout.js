// A small panel that opens from a button and closes by Escape, a choice, or a press elsewhere.

/** Wire `button` to open `panel`; returns a function that closes it. */
export function flyout(button, panel) {
  const show = (open) => {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) panel.querySelector("button")?.focus();
  };
  const close = () => show(false);
  button.addEventListener("click", () => show(panel.hidden));
  document.addEventListener("click", (event) => {
    if (!panel.hidden && !panel.contains(event.target) && !button.contains(event.target)) close();
  });
  panel.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !panel.contains(event.relatedTarget)) close();
  });
  panel.parentElement.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) {
      close();
      button.focus();
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") step(event, panel);
  });
  return close;
}

function step(event, panel) {
  const items = [...panel.querySelectorAll("button")];
  const at = items.indexOf(document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  const next = at + (event.key === "ArrowDown" ? 1 : -1);
  items[(next + items.length) % items.length].focus();
}
