// What can be done with selected words, where they are selected.
import { make } from "./post.js";
import { taking } from "./taking.js";
import { selected } from "./words.js";

// `offers` gives labels and acts, which are told the places of the words; what is offered is shown
// by the function that comes back, with the focus on it where that is asked for.
export function selecting(text, offers) {
  const bar = make("div", { id: "selected", role: "toolbar", "aria-label": "Selected words", hidden: true });
  document.querySelector(".pages").append(bar);

  function offer(focus) {
    const found = selected(text);
    bar.hidden = !found.length;
    if (!found.length) return;
    const field = taking();
    if (field) {
      field.take(found);
      bar.hidden = true;
      if (focus) field.field.focus();
      return;
    }
    const { about, acts } = offers();
    const buttons = acts.map(([label, act]) => {
      const made = make("button", { type: "button" }, label);
      made.addEventListener("click", () => {
        bar.hidden = true;
        act(found);
      });
      return made;
    });
    bar.replaceChildren(...(about ? [make("span", {}, about)] : []), ...buttons);
    if (focus) buttons[0].focus();
  }

  text.addEventListener("pointerup", () => setTimeout(offer));
  bar.addEventListener("keydown", (event) => {
    const all = [...bar.querySelectorAll("button")];
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === "Escape") bar.hidden = true;
    else if (by) all[(all.indexOf(document.activeElement) + by + all.length) % all.length].focus();
    else return;
    event.preventDefault();
  });
  // A finger selects by handles, which end in no event of their own.
  let soon = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(soon);
    if (matchMedia("(pointer: coarse)").matches) soon = setTimeout(offer, 400);
    if (getSelection().isCollapsed && !bar.contains(document.activeElement)) bar.hidden = true;
  });
  return offer;
}
