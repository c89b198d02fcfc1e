// The reading page: a statement is shown by hover, focus or choice, the next one reached by a key,
// and statements are chosen by what they are. Without script the page says the same.
const text = document.getElementById("text");
const card = document.getElementById("card");
const form = document.querySelector(".choose");
const page = document.querySelector(".document");
const ABOUT_TO = 150;
let chosen = null;
let seen = null;
let soon = 0;

const note = (id) => document.getElementById(`note-${id}`);
const mark = (id) => document.getElementById(id);

// The marks of each statement, found once: a long page has a hundred thousand elements.
let index = null;
function parts(id) {
  if (index === null) {
    index = new Map();
    for (const each of text.querySelectorAll("[data-s]")) {
      for (const of of each.dataset.s.split(" ")) {
        if (!index.has(of)) index.set(of, []);
        index.get(of).push(each);
      }
    }
  }
  return index.get(id) ?? [];
}

// A source may serve several statements: the first that is not hidden is meant.
function meant(target) {
  const at = target.closest?.("[data-s], .remark");
  if (!at || !text.contains(at)) return null;
  const ids = at.dataset.statement ? [at.dataset.statement] : at.dataset.s.split(" ");
  return ids.find((id) => note(id) && !note(id).hidden) ?? null;
}

// What stands above may get its true height only when it comes into view: so it is done again.
function bring(place, times = 3) {
  const block = matchMedia("(max-width: 52rem)").matches ? "start" : "center";
  place.scrollIntoView({ block, behavior: "instant" });
  if (times > 1) requestAnimationFrame(() => bring(place, times - 1));
}

function set(id, name, on) {
  if (id === null) return;
  for (const part of parts(id)) part.classList.toggle(name, on);
  note(id)?.classList.toggle(name, on);
}

function fill(id) {
  const told = card.querySelector(".told");
  const from = note(id);
  if (!from) return;
  card.querySelector("h2").textContent = `Statement ${id}`;
  const short = from.querySelector(".short").cloneNode(true);
  short.querySelector(".tag").remove();
  told.replaceChildren(short, from.querySelector(".facts").cloneNode(true));
  card.dataset.statement = id;
  card.hidden = false;
}

function see(id) {
  clearTimeout(soon);
  if (id === seen) return;
  set(seen, "lit", false);
  seen = id;
  set(seen, "lit", true);
  if (chosen !== null) return;
  soon = setTimeout(() => (seen === null ? leave() : fill(seen)), seen === null ? 400 : ABOUT_TO);
}

function leave() {
  if (chosen === null && !card.matches(":hover, :focus-within")) card.hidden = true;
}

function choose(id) {
  clearTimeout(soon);
  set(chosen, "chosen", false);
  chosen = id;
  if (id === null) {
    card.hidden = true;
    delete card.dataset.statement;
    return;
  }
  set(id, "chosen", true);
  fill(id);
  history.replaceState(history.state, "", `#${id}`);
  document.dispatchEvent(new CustomEvent("quoth:chosen", { detail: id }));
}

function close() {
  const id = chosen ?? card.dataset.statement ?? null;
  const inside = card.contains(document.activeElement);
  choose(null);
  // What was closed is shown again only when something else was looked at meanwhile.
  set(seen, "lit", false);
  seen = id;
  set(seen, "lit", true);
  if (inside) mark(id)?.querySelector(".tag")?.focus();
}

// The statements in the order of the text, without those that are not shown.
const shown = () => [...text.querySelectorAll(".said[id]:not(.off)")];

function step(by) {
  const all = shown();
  const now = document.activeElement?.closest("[data-s], .remark");
  const id = (now && meant(now)) ?? chosen;
  let at = all.findIndex((each) => each.id === id);
  if (at < 0) {
    // Rows are looked at, for a statement out of sight would have to be laid out to be measured.
    const row = [...text.children].find((each) => each.getBoundingClientRect().bottom > 80);
    const after = (each) => row.contains(each) || row.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING;
    const first = row ? all.findIndex(after) : -1;
    at = by > 0 ? first - 1 : first;
  }
  const next = all[at + by];
  if (!next) return;
  next.querySelector(".tag").focus({ preventScroll: true });
  bring(next);
}

function cross() {
  const now = document.activeElement;
  const id = now && meant(now);
  if (!id) return;
  const to = now.closest(".remark") ? mark(id) : note(id);
  const place = to.checkVisibility() ? to.querySelector(".tag") : null;
  place?.focus();
  if (!place) open(id);
}

function open(id) {
  choose(id);
  card.focus();
}

const typing = (target) => target.closest?.("input, select, textarea, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape" && !card.hidden) return close();
  if (typing(event.target) || !document.getElementById("keys").checked) return undefined;
  const moves = { j: () => step(1), k: () => step(-1), m: cross };
  const arrows = { ArrowDown: moves.j, ArrowUp: moves.k, ArrowRight: cross, ArrowLeft: cross };
  const move = moves[event.key] ?? (event.target.closest?.(".tag") && arrows[event.key]);
  if (move) {
    event.preventDefault();
    move();
  }
  return undefined;
});

text.addEventListener("pointerover", (event) => event.pointerType !== "touch" && see(meant(event.target)));
text.addEventListener("pointerleave", () => see(null));
text.addEventListener("focusin", (event) => see(meant(event.target)));
card.addEventListener("pointerleave", () => see(null));
text.addEventListener("click", (event) => {
  if (!getSelection().isCollapsed) return;
  const tag = event.target.closest("a");
  if (tag && !tag.matches(".tag, .facts a[href^='#']")) return;
  const id = meant(event.target);
  if (!id) return;
  event.preventDefault();
  // A key on the number opens it to be read there; a pointer leaves the focus where it is.
  if (tag && event.detail === 0) open(id);
  else choose(id);
  if (tag?.closest(".remark")) mark(id).scrollIntoView({ block: "nearest" });
});
card.querySelector(".close").addEventListener("click", close);

function go() {
  const id = decodeURIComponent(location.hash.slice(1)).replace(/^note-/, "");
  if (!note(id)) return;
  bring(mark(id));
  choose(id);
}
addEventListener("hashchange", go);
card.addEventListener("click", (event) => {
  const to = event.target.closest("a[href^='#']");
  if (!to) return;
  event.preventDefault();
  const id = to.hash.slice(1);
  if (mark(id)) bring(mark(id));
  if (note(id)) choose(id);
});

const BY = ["source", "kind", "form", "act"];
let filtered = form.querySelector(".count").textContent.includes(" of ");
function filter() {
  const least = Number(form.elements.confidence.value) || 0;
  const by = BY.filter((name) => form.elements[name]?.value).map((name) => [name, form.elements[name].value]);
  const off = new Set();
  const notes = text.querySelectorAll(".remark");
  const all = notes.length;
  // Where nothing is left out, and was not before, all is as it should be.
  const some = by.length > 0 || least > 0;
  for (const each of some || filtered ? notes : []) {
    const fits = by.every(([name, value]) => each.dataset[name] === value) && each.dataset.confidence >= least;
    if (each.hidden === fits) each.hidden = !fits;
    if (!fits) off.add(each.dataset.statement);
  }
  for (const each of some || filtered ? text.querySelectorAll("[data-s]") : []) {
    const hidden = off.size > 0 && each.dataset.s.split(" ").every((id) => off.has(id));
    if (each.classList.contains("off") !== hidden) each.classList.toggle("off", hidden);
  }
  filtered = some;
  form.querySelector(".count").textContent = off.size ? `${all - off.size} of ${all} statements` : `${all} statement${all === 1 ? "" : "s"}`;
  const query = new URLSearchParams([...by, ...(least ? [["confidence", least]] : [])]);
  const asked = new URLSearchParams(location.search).get("unsourced");
  if (asked) query.set("unsourced", asked);
  history.replaceState(history.state, "", `${location.pathname}${query.size ? `?${query}` : ""}${location.hash}`);
}
form.addEventListener("input", (event) => {
  if (event.target.name === "unsourced") {
    if (!event.target.id) form.submit();
  } else if (event.target.name) filter();
});
form.addEventListener("submit", (event) => {
  if (form.elements.unsourced?.checked && !form.elements.unsourced.id) return;
  event.preventDefault();
  filter();
});
page.addEventListener("click", (event) => {
  const to = event.target.closest(".speakers a, .go a");
  if (!to) return;
  event.preventDefault();
  for (const name of [...BY, "confidence"]) if (form.elements[name]) form.elements[name].value = "";
  if (to.dataset.source && form.elements.source) form.elements.source.value = to.dataset.source;
  filter();
});

// Rows that a correction has replaced are as the reader has set the page.
document.addEventListener("quoth:changed", () => {
  index = null;
  filter();
  if (chosen !== null && note(chosen)) {
    set(chosen, "chosen", true);
    fill(chosen);
  } else choose(null);
});

const keys = document.getElementById("keys");
try {
  keys.checked = localStorage.getItem("keys") !== "off";
  keys.addEventListener("change", () => localStorage.setItem("keys", keys.checked ? "on" : "off"));
} catch {
  // A page from a file may have no storage: then the keys are as they are set now.
}
if (page.querySelector("[data-soon]")) setTimeout(() => location.reload(), 3000);
document.documentElement.classList.add("scripted");
go();
