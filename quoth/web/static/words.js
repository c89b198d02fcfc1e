// Words of the text as people point at them: a place is a block's number, and from and to in the
// characters (code points) that it shows. Numbers of statements in the text are no words of it.
const length = (text) => [...text].length;

function texts(block) {
  const filter = (node) =>
    node.parentElement.closest(".tag") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, filter);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

// The part of a range that lies in a block; null where none of it does.
function within(range, block) {
  let at = 0;
  let from = null;
  let to = null;
  for (const node of texts(block)) {
    if (range.intersectsNode(node)) {
      const start = node === range.startContainer ? range.startOffset : 0;
      const end = node === range.endContainer ? range.endOffset : node.length;
      if (start < end) {
        from ??= at + length(node.data.slice(0, start));
        to = at + length(node.data.slice(0, end));
      }
    }
    at += length(node.data);
  }
  return from === null ? null : { from, to };
}

// The places of a selection, a piece for each block; none where it is elsewhere or empty.
export function selected(text) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return [];
  const range = selection.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return [];
  const places = [];
  for (const block of text.querySelectorAll(".block")) {
    const part = range.intersectsNode(block) && within(range, block);
    const row = block.closest("[id]");
    if (part) places.push({ block: Number(row.id.slice(1)), ...part });
  }
  return places;
}

// The words at such places, as a person reads them.
export function wordsAt(text, places) {
  return places
    .map(({ block, from, to }) => {
      const row = text.querySelector(`#b${block}`);
      const all = texts(row.matches(".block") ? row : row.querySelector(".block"));
      return [...all.map((node) => node.data).join("")].slice(from, to).join("").trim();
    })
    .filter(Boolean)
    .join(" … ");
}

// Words chosen by arrows: plain ones go on by a word, with Shift they take one more.
export function byArrows(text, start, ended) {
  const selection = getSelection();
  const first = texts(start).find((node) => node.data.trim());
  if (!first) return;
  selection.collapse(first, first.data.search(/\S/));
  selection.modify("extend", "forward", "word");
  const moves = { ArrowRight: ["forward", "word"], ArrowLeft: ["backward", "word"], ArrowDown: ["forward", "line"], ArrowUp: ["backward", "line"] };
  const stop = (kept) => {
    document.removeEventListener("keydown", press, true);
    if (!kept) selection.removeAllRanges();
    ended(kept);
  };
  function press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.key === "Shift") return;
    const move = moves[event.key];
    if (!move && !["Enter", "Escape"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter" || event.key === "Escape") stop(event.key === "Enter");
    else if (event.shiftKey) selection.modify("extend", ...move);
    else {
      if (move[0] === "forward") selection.collapseToEnd();
      else selection.collapseToStart();
      if (move[1] === "line") selection.modify("move", ...move);
      else if (move[0] === "backward") selection.modify("move", ...move);
      selection.modify("extend", "forward", "word");
    }
    selection.focusNode?.parentElement?.scrollIntoView({ block: "nearest" });
  }
  document.addEventListener("keydown", press, true);
}
