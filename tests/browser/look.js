// What must not stand on a page of the room, whatever the documents say; and where it leads.
(given) => {
  const page = given ?? document;
  const picture = /^(data:,?$|data:image\/(png|gif|jpeg|webp)|blob:)/;
  const addresses = /^(href|src|srcset|action|formaction|data|poster|background|ping|xlink:href)$/;
  const unwanted = /^(base|object|embed|portal|fencedframe|applet|marquee|plaintext)$/;
  const wrong = [];

  function inside(address) {
    try {
      return picture.test(address) || new URL(address, location.href).origin === location.origin;
    } catch {
      return false;
    }
  }

  function away(element, key, value) {
    const link = element.localName === "a" && key === "href";
    return link && /^https?:\/\/[^/]/.test(value) && /noreferrer/.test(element.rel);
  }

  for (const element of page.querySelectorAll("*")) {
    const name = element.localName;
    for (const { name: key, value } of element.attributes) {
      const address = addresses.test(key) && !inside(value) && !away(element, key, value);
      if (/^on/.test(key) || address) wrong.push(`${name} ${key}=${value}`);
    }
    const inert = name !== "script" || element.src || element.type === "application/json";
    if (!inert || unwanted.test(name) || element.httpEquiv) wrong.push(name);
  }
  return {
    wrong,
    links: [...page.querySelectorAll("a[href]")].map((each) => each.href),
    text: page.documentElement.textContent,
  };
}
