// A field that offers what there is, and takes what there is not (ARIA: an editable combobox with
// a list). `options` gives pairs of id and label; `value()` is an id, or the words that were typed.
import { make } from "./post.js";

let count = 0;

export function choosing(label, options, given = "") {
  const id = `choosing-${(count += 1)}`;
  const input = make("input", { id, role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-list` });
  const list = make("ul", { id: `${id}-list`, role: "listbox", className: "offered", hidden: true, "aria-label": label });
  const element = make("div", { className: "choosing" }, make("label", { htmlFor: id }, label), input, list);
  let picked = null;
  let active = -1;

  function pick(option) {
    picked = { id: option.dataset.id, label: option.textContent };
    input.value = picked.label;
    close();
  }
  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
  function offer() {
    const typed = input.value.trim().toLowerCase();
    const all = picked && input.value === picked.label;
    const fitting = options().filter(([key, name]) => all || key === typed || name.toLowerCase().includes(typed));
    list.replaceChildren(
      ...fitting.slice(0, 100).map(([key, name], number) => make("li", { id: `${id}-${number}`, role: "option", "data-id": key, "aria-selected": "false", dir: "auto" }, name)),
    );
    list.hidden = fitting.length === 0;
    active = -1;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
  }
  function go(by) {
    if (list.hidden) offer();
    const all = list.children;
    if (!all.length) return;
    all[active]?.setAttribute("aria-selected", "false");
    active = (active + by + all.length) % all.length;
    all[active].setAttribute("aria-selected", "true");
    all[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", all[active].id);
  }
  input.addEventListener("input", offer);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") go(event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1);
    else if (event.key === "Enter" && active >= 0) pick(list.children[active]);
    else if (event.key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
  });
  // Before the field loses the focus, which would close the list.
  list.addEventListener("pointerdown", (event) => {
    const option = event.target.closest("[role=option]");
    event.preventDefault();
    if (option) pick(option);
  });
  function fill(key) {
    const known = options().find(([each]) => each === key);
    picked = known ? { id: key, label: known[1] } : null;
    input.value = known ? known[1] : key;
  }
  if (given) fill(given);
  return { element, input, fill, value: () => (picked && input.value === picked.label ? picked.id : input.value.trim()) };
}
