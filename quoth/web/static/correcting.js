// Correcting on the reading page: by buttons in the card, by keys, and by words selected in the
// text. What is said is shown at once; what others say comes by events, and nobody loses his place.
import { choosing } from "./choosing.js";
import { listening } from "./changes.js";
import { get, make, post, remembered, rememberedName } from "./post.js";
import { byArrows, selected, wordsAt } from "./words.js";

const heard = document.getElementById("correcting");
const text = document.getElementById("text");
const card = document.getElementById("card");
const doing = card.querySelector(".doing");
const number = heard.dataset.document;
const KINDS = heard.dataset.kinds.split(" ");
const mine = remembered(`said ${heard.dataset.document}`);
let sources = [];
let open = null;
let taking = null;

const statement = () => card.dataset.statement ?? null;
const tell = (said) => {
  heard.textContent = said;
};
const live = listening(text, heard, (change, others) => {
  if (others) tell(others);
  document.dispatchEvent(new CustomEvent("quoth:changed", { detail: change }));
});

const who = make("input", { id: "who", autocomplete: "name", value: rememberedName() || heard.dataset.who });
who.addEventListener("change", () => rememberedName(who.value.trim()));
const why = make("input", { id: "why", autocomplete: "off" });
const panel = make("div", { className: "panel" });
const wrong = make("div", { className: "wrong", role: "alert" });
const key = (letter) => make("kbd", {}, letter);
const button = (label, act, letter) => {
  const made = make("button", { type: "button" }, label, ...(letter ? [" ", key(letter)] : []));
  if (letter) made.setAttribute("aria-keyshortcuts", letter);
  made.addEventListener("click", act);
  return made;
};

// What is kept is on the page before anything else is done; what is not kept stays in its fields.
async function say(given, address = `/documents/${number}/corrections`) {
  if (doing.ariaBusy === "true") return false;
  const said = { ...given, who: who.value.trim(), why: why.value.trim(), state: heard.dataset.state };
  wrong.replaceChildren();
  doing.ariaBusy = "true";
  const answer = await post(address, said);
  doing.ariaBusy = "false";
  if (!answer.ok) {
    refuse(answer, said, address);
    return false;
  }
  const { correction, change } = answer.told;
  const taken = Boolean(correction.undone);
  if (taken) mine.drop(correction.id);
  else mine.add(correction.id);
  why.value = "";
  show(null);
  await live.take(change, true);
  const about = correction.value.statement?.key ?? change.statements[0];
  if (!document.getElementById(`note-${statement()}`)) near(about);
  tell(`${taken ? "Taken back" : "Kept"}: ${correction.told}`);
  return true;
}

function refuse(answer, said, address) {
  const told = [make("p", {}, answer.told.detail ?? "It was not kept.")];
  if (answer.status === 409) {
    if (answer.told.said?.length) told.push(make("ul", {}, ...answer.told.said.map((each) => make("li", {}, `${(each.undone ?? each).who}${each.undone ? " took back" : ""}: ${each.told}`))));
    if (answer.told.state) told.push(button("Say it all the same", () => say({ ...said, state: undefined }, address)));
  }
  wrong.replaceChildren(...told);
  if (answer.status === 409) live.renew();
}

// The focus goes on from a statement that is gone to where it stood.
let order = [];
function remember() {
  order = [...text.querySelectorAll(".said[id]")].map((each) => each.id);
}
function near(id) {
  const at = order.indexOf(id);
  const next = [id, ...order.slice(at + 1), ...order.slice(0, Math.max(at, 0)).reverse()].find((each) => each && document.getElementById(each));
  if (next) document.getElementById(next).querySelector(".tag")?.focus({ preventScroll: true });
  else text.focus();
}

async function choices() {
  const of = statement();
  const told = await get(`/documents/${number}/choices${of ? `?statement=${of}` : ""}`);
  sources = told?.sources ?? [];
  return told?.statement ?? null;
}
const offered = () => sources.map(({ id, name, kind }) => [id, `${name} (${id}, ${kind})`]);

function kinds() {
  const select = make("select", { id: "kind" }, make("option", { value: "" }, "as it is"), ...KINDS.map((each) => make("option", {}, each)));
  return { element: make("p", {}, make("label", { htmlFor: "kind" }, "Kind, if it is new or another"), select), value: () => select.value || null };
}

// A field for words: typed as they stand, or taken from the text while it is the last one used.
function wordsField(id, label, given = "") {
  const field = make("textarea", { id, rows: 2, value: given, dir: "auto" });
  let places = null;
  const made = {
    element: make("p", {}, make("label", { htmlFor: id }, label), field),
    field,
    value: () => (places ?? field.value.trim()) || null,
    take(found) {
      places = found;
      field.value = wordsAt(text, found);
    },
  };
  field.addEventListener("input", () => (places = null));
  field.addEventListener("focus", () => (taking = made));
  taking ??= made;
  return made;
}

function form(label, fields, keep, ...further) {
  const made = make("form", {}, ...fields, make("p", { className: "keys" }, make("button", {}, label), ...further, button("Leave", () => show(null))));
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    keep();
  });
  return made;
}

const panels = {
  async edit(id, part = "content", found = null) {
    const now = await choices();
    if (!now) return null;
    const parts = ["content", "cue", "source"];
    const field = wordsField("words", "Its words: select them in the text, or type them as they stand", now[part]);
    const radios = parts.map((each) => make("label", {}, make("input", { type: "radio", name: "part", value: each, checked: each === part }), ` ${each} `));
    const choice = make("fieldset", {}, make("legend", {}, "Part"), ...radios);
    const chosen = () => choice.querySelector(":checked").value;
    choice.addEventListener("change", () => {
      field.field.value = now[chosen()];
      field.field.dispatchEvent(new Event("input"));
    });
    if (found) field.take(found);
    const keep = (words) => say({ action: "edit", statement: id, part: chosen(), words });
    return form("Keep", [choice, field.element], () => keep(field.value()), button("There is none", () => keep(null)));
  },
  async source(id) {
    const now = await choices();
    const field = choosing("Who answers for it: a source, its words in the text, or a name", offered, now?.answers ?? "");
    const kind = kinds();
    const keep = (source) => say({ action: "set_source", statement: id, source, kind: kind.value() });
    return form("Keep", [field.element, kind.element], () => field.value() && keep(field.value()), button("Nobody", () => keep(null)));
  },
  async add(id, part = "content", found = null) {
    await choices();
    const content = wordsField("content", "Its content: select it in the text, or type it as it stands");
    const cue = wordsField("cue", "The word that passes it on, if there is one");
    const words = wordsField("source-words", "The words that name its source, if there are any");
    const field = choosing("Who answers for it, if that is another", offered);
    taking = content;
    if (found) content.take(found);
    return form("Add", [content.element, cue.element, words.element, field.element], () => {
      const source = field.value() || null;
      say({ action: "add", content: content.value(), cue: cue.value(), source_words: words.value(), source });
    });
  },
  async merge() {
    const now = await choices();
    const first = choosing("This source, which gives its name", offered, now?.answers ?? "");
    const other = choosing("And this one", offered);
    return form("They are one", [first.element, other.element], () => say({ action: "merge", sources: [first.value(), other.value()] }));
  },
  async split() {
    const now = await choices();
    const source = sources.find((each) => each.id === now?.answers);
    if (!source) return make("p", {}, "Nobody answers for this statement.");
    const boxes = source.mentions.map((each, at) => make("label", { className: "mention", dir: "auto" }, make("input", { type: "checkbox", value: at }), ` …${each.before} `, make("b", {}, each.text), ` ${each.after}…`));
    const kind = kinds();
    const fields = [make("fieldset", {}, make("legend", {}, `Not ${source.name}, but somebody else:`), ...boxes), kind.element];
    return form("Part them", fields, () => {
      const taken = boxes.filter((each) => each.firstChild.checked).map((each) => `${source.mentions[each.firstChild.value].spans.map((span) => span.join(":")).join(",")}`);
      say({ action: "split", source: source.id, mentions: taken, kind: kind.value() });
    });
  },
};

async function show(name, ...given) {
  open = name;
  taking = null;
  wrong.replaceChildren();
  for (const each of doing.querySelectorAll("[aria-expanded]")) if (each.dataset.panel) each.setAttribute("aria-expanded", String(each.dataset.panel === name));
  if (!name) {
    const inside = panel.contains(document.activeElement);
    panel.replaceChildren();
    if (inside) card.focus();
    return;
  }
  const made = await panels[name](statement(), ...given);
  if (open !== name) return;
  panel.replaceChildren(made ?? make("p", {}, "It is not there any more."));
  panel.querySelector("input:not([type=radio]), textarea, select")?.focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest" });
}

const acts = {
  y: () => statement() && say({ action: "confirm", statement: statement() }),
  n: () => statement() && say({ action: "reject", statement: statement() }),
  e: () => statement() && show("edit"),
  s: () => statement() && show("source"),
  a: () => begin("add"),
  u: undo,
  w: words,
};

function begin(name, ...given) {
  card.hidden = false;
  if (!statement()) card.querySelector("h2").textContent = "A statement that is missing";
  build();
  return show(name, ...given);
}

function undo() {
  const last = mine.last();
  if (last) say({}, `/corrections/${last}/undo`);
  else tell("You have said nothing here yet");
}

function words() {
  const from = document.activeElement.closest(".row") ?? document.getElementById(statement())?.closest(".row") ?? text.querySelector(".row");
  tell("Words: arrows go on, with Shift they take more; Enter takes them, Escape leaves");
  byArrows(text, from.querySelector(".block"), (kept) => {
    if (kept) offer(true);
    else tell("");
  });
}

// What can be done with selected words, where they are selected.
const bar = make("div", { id: "selected", role: "toolbar", "aria-label": "Selected words", hidden: true });
document.querySelector(".pages").append(bar);
function offer(focus) {
  const found = selected(text);
  bar.hidden = !found.length;
  if (!found.length) return;
  if (taking && document.contains(taking.field)) {
    taking.take(found);
    bar.hidden = true;
    if (focus) taking.field.focus();
    return;
  }
  const as = (part) => button(part, () => use(() => begin("edit", part, found)));
  const use = (act) => {
    bar.hidden = true;
    act();
  };
  const parts = statement() ? [make("span", {}, `${statement()}: these words are its`), as("content"), as("cue"), as("source")] : [];
  bar.replaceChildren(...parts, button("A new statement", () => use(() => begin("add", "content", found))));
  if (focus) bar.querySelector("button").focus();
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

panel.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  event.preventDefault();
  show(null);
});

const opener = (label, name, letter) => {
  const made = button(label, () => (open === name ? show(null) : show(name)), letter);
  made.setAttribute("aria-expanded", "false");
  made.dataset.panel = name;
  return made;
};
function build() {
  if (doing.firstChild) return;
  doing.append(
    make("div", { className: "keys" }, button("Right", acts.y, "y"), button("Wrong", acts.n, "n"), opener("Edit", "edit", "e"), opener("Source", "source", "s"), opener("Add", "add", "a"), opener("Merge", "merge"), opener("Split", "split"), button("Undo", undo, "u")),
    panel,
    wrong,
    make("div", { className: "signed" }, make("p", {}, make("label", { htmlFor: "why" }, "Why, if you like"), why), make("p", {}, make("label", { htmlFor: "who" }, "Your name"), who)),
  );
}
build();
document.addEventListener("quoth:chosen", () => {
  remember();
  if (open && panel.firstChild && !taking?.value()) show(null);
  else if (open === "edit" || open === "source" || open === "split") show(null);
});

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.altKey) return;
  const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
  const command = event.ctrlKey || event.metaKey;
  if (command && event.key === "z" && !typing && !event.shiftKey) undo();
  else if (command || typing || !document.getElementById("keys").checked || !acts[event.key]) return;
  else acts[event.key]();
  event.preventDefault();
});
