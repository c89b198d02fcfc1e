// Draws a PDF page by page as they come into view, with a box round every statement. The reading
// page beside it says by the fragment which statement is shown, and is told which box was chosen.
import * as pdfjs from "./pdfjs/pdf.min.mjs";

pdfjs.GlobalWorkerOptions.workerSrc = new URL("./pdfjs/pdf.worker.min.mjs", import.meta.url).href;

const number = document.body.dataset.number;
const told = document.querySelector(".told");
const pages = document.querySelector(".pages");

function shown() {
  return decodeURIComponent(location.hash.slice(1));
}

function show() {
  let first = null;
  for (const box of pages.querySelectorAll(".box")) {
    const on = box.dataset.statement === shown();
    box.classList.toggle("shown", on);
    if (on && first === null) first = box;
  }
  first?.scrollIntoView({ block: "center" });
}

function sheet(at, size) {
  const made = document.createElement("div");
  made.className = "sheet";
  made.dataset.page = at;
  made.style.aspectRatio = `${size.width} / ${size.height}`;
  pages.append(made);
  return made;
}

function draw_boxes(made, viewport, boxes) {
  const done = new Set();
  for (const { statement, box } of boxes) {
    const [left, bottom, right, top] = box;
    const [x1, y1, x2, y2] = viewport.convertToViewportRectangle([left, bottom, right, top]);
    const button = document.createElement("button");
    button.className = "box";
    button.dataset.statement = statement;
    // One stop of the keyboard for each statement on a page, however many lines it has.
    if (done.has(statement)) button.tabIndex = -1;
    done.add(statement);
    button.setAttribute("aria-label", `Statement ${statement}`);
    button.style.left = `${(Math.min(x1, x2) / viewport.width) * 100}%`;
    button.style.top = `${(Math.min(y1, y2) / viewport.height) * 100}%`;
    button.style.width = `${(Math.abs(x2 - x1) / viewport.width) * 100}%`;
    button.style.height = `${(Math.abs(y2 - y1) / viewport.height) * 100}%`;
    made.append(button);
  }
}

async function draw(pdf, made) {
  const page = await pdf.getPage(Number(made.dataset.page));
  const plain = page.getViewport({ scale: 1 });
  made.style.aspectRatio = `${plain.width} / ${plain.height}`;
  const scale = (made.clientWidth / plain.width) * Math.min(devicePixelRatio || 1, 2);
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement("canvas");
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", `Page ${made.dataset.page} of the original`);
  made.querySelector("canvas")?.remove();
  made.prepend(canvas);
  made.setAttribute("aria-busy", "true");
  await page.render({ canvasContext: canvas.getContext("2d"), canvas, viewport }).promise;
  made.removeAttribute("aria-busy");
}

async function begin() {
  const [answer, pdf] = await Promise.all([
    fetch(`/documents/${number}/boxes.json`).then((got) => got.json()),
    pdfjs.getDocument({ url: `/documents/${number}/original`, isEvalSupported: false }).promise,
  ]);
  const by_page = Map.groupBy
    ? Map.groupBy(answer.boxes, (each) => each.page)
    : answer.boxes.reduce((all, each) => all.set(each.page, [...(all.get(each.page) ?? []), each]), new Map());
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        seen.unobserve(target);
        draw(pdf, target).catch(failed);
      }
    },
    { rootMargin: "50% 0%" },
  );
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const page = await pdf.getPage(at);
    const viewport = page.getViewport({ scale: 1 });
    const made = sheet(at, viewport);
    draw_boxes(made, viewport, by_page.get(at) ?? []);
    seen.observe(made);
  }
  told.textContent = "";
  show();
}

function failed() {
  told.textContent = "This PDF cannot be drawn here; its text stands beside it.";
}

addEventListener("hashchange", show);
pages.addEventListener("click", (event) => {
  const chosen = event.target.closest(".box")?.dataset.statement;
  if (!chosen) return;
  history.replaceState(null, "", `#${chosen}`);
  show();
  parent.postMessage({ chosen }, location.origin);
});
begin().catch(failed);
