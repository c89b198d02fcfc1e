// Files are dropped and sent with their folders' names; a job is watched as it goes on.
// Without this, the forms do the same, and the page of a job loads itself anew.

const form = document.getElementById("adding");
const job = document.getElementById("job");

if (form) adding();
if (job) watching();

function adding() {
  const drop = document.getElementById("drop");
  const told = document.getElementById("dropped");
  const sending = document.getElementById("sending");
  const dropped = [];
  told.hidden = false;

  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", async (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    // Entries are gone once this function has waited for anything.
    const items = [...event.dataTransfer.items].filter((item) => item.kind === "file");
    const given = items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
    for (const each of given) {
      if (each instanceof File) dropped.push([each.name, each]);
      else await collect(each, dropped);
    }
    told.textContent = `${dropped.length} files were dropped here.`;
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const data = new FormData(form);
    for (const [path, file] of dropped) data.append("file", file, path);
    const files = data.getAll("file").filter((file) => file.name);
    if (!files.length && !data.get("text").trim()) {
      refuse("Nothing was given. Choose files, or paste a text.");
      return;
    }
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    if (files.length > form.dataset.files || bytes > form.dataset.bytes) {
      refuse("That is more than is taken at once. Send less, or an archive.");
      return;
    }
    send(data);
  });

  function send(data) {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      const far = Math.floor((100 * loaded) / total);
      sending.textContent = far < 100 ? `sending, ${far - (far % 10)} %` : "sent";
    });
    request.addEventListener("load", () => {
      if (request.status === 202) location.assign(request.getResponseHeader("Location"));
      else refuse(detail(request.responseText));
    });
    request.addEventListener("error", () => refuse("It could not be sent. Is the room still open?"));
    request.send(data);
  }

  function refuse(reason) {
    sending.textContent = "";
    const fault = document.getElementById("refused");
    fault.textContent = reason;
    fault.hidden = false;
    fault.scrollIntoView({ block: "center" });
  }
}

function detail(text) {
  try {
    return JSON.parse(text).detail;
  } catch {
    return "It was not taken.";
  }
}

/** The files in a dropped file or folder, with their paths from there. */
async function collect(entry, into) {
  if (entry.isFile) {
    const file = await new Promise((done, failed) => entry.file(done, failed));
    into.push([entry.fullPath.slice(1), file]);
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    // It gives a hundred at once.
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) return;
    for (const each of some) if (!each.name.startsWith(".")) await collect(each, into);
  }
}

function watching() {
  const source = new EventSource(job.dataset.events);
  source.addEventListener("document", ({ data }) => show(JSON.parse(data)));
  source.addEventListener("job", ({ data }) => {
    const state = JSON.parse(data);
    // Once, when its turn has come: what goes on is no news to whoever has it read out.
    const sum = document.getElementById("sum");
    if (state.state === "reading" && sum.textContent !== job.dataset.reading) {
      sum.textContent = job.dataset.reading;
    }
    document.getElementById("far").value = Math.max(state.opened - 1, 0);
    document.getElementById("far").max = state.files;
    document.getElementById("now").textContent = state.reading
      ? `reading ${state.opened} of ${state.files}: ${state.reading}`
      : "";
    if (state.state === "done" || state.state === "cancelled") {
      source.close();
      // The page as it is now says the rest.
      location.reload();
    }
  });
}

function show(outcome) {
  const item = document
    .querySelector(`template[data-state="${outcome.state}"]`)
    .content.firstElementChild.cloneNode(true);
  for (const slot of item.querySelectorAll("[data-slot]")) {
    const value = outcome[slot.dataset.slot];
    if (slot.dataset.slot === "document") {
      slot.href = `/documents/${value}`;
      slot.textContent = `document ${value}`;
    } else slot.textContent = value;
  }
  const list = document.getElementById(outcome.state === "failed" ? "failed" : "read");
  list.hidden = false;
  list.querySelector("ul").append(item);
}
