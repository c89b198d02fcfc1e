// What is sent to the room, and what it answers: never an exception, always something to tell.
export async function post(address, data) {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(data),
    });
    const told = await answer.json();
    return { ok: answer.ok, status: answer.status, told };
  } catch {
    return { ok: false, status: 0, told: { detail: "The room cannot be reached; nothing was kept. Try again." } };
  }
}

export async function get(address) {
  try {
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

// An element with properties, attributes (with a hyphen, or role) and children.
export function make(tag, given = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.includes("-") || name === "role" || name === "for") made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...inside);
  return made;
}

// Whose name corrections carry is remembered by the browser, where it may.
export function rememberedName(name) {
  try {
    if (name !== undefined) localStorage.setItem("who", name);
    return localStorage.getItem("who") ?? "";
  } catch {
    return name ?? "";
  }
}

// What was said on a page, as long as the browser's tab is open, so that it can be taken back.
export function remembered(name) {
  let ids = [];
  try {
    ids = JSON.parse(sessionStorage.getItem(name) ?? "[]");
  } catch {
    // Without storage it is remembered until the page is left.
  }
  const keep = (now) => {
    ids = now.slice(-100);
    try {
      sessionStorage.setItem(name, JSON.stringify(ids));
    } catch {
      // As above.
    }
  };
  return { last: () => ids.at(-1), add: (id) => keep([...ids, id]), drop: (id) => keep(ids.filter((each) => each !== id)) };
}
