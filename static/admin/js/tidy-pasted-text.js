// Makes of text pasted from a word processor what its author saw. The staff site's Content-Security-Policy keeps the
// editor from reading inline styles, so this reads them as text. articles/pasted.py does the same with what is saved;
// tests/pasted.py has the examples for both.

const INLINE = "b, strong, i, em, span, font, u, ins";
const REMARK_CLASS = /^msocom/i;

// Styles as text: the browser would report each of them as one that the policy forbids.
function hideStyles(html) {
  return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle(?=\s*=)/gi, " data-style"));
}

function readStyle(element) {
  const style = {};
  for (const declaration of (element.dataset.style ?? "").toLowerCase().split(";")) {
    const [name, ...value] = declaration.split(":");
    style[name.trim()] = value.join(":").trim();
  }
  return style;
}

// Margin comments, deleted and hidden text

function isRemark(element) {
  const style = readStyle(element);
  return (
    element.matches("del") ||
    Array.from(element.classList).some((name) => REMARK_CLASS.test(name)) ||
    style["mso-element"]?.startsWith("comment") ||
    style["mso-special-character"] === "comment" ||
    style["mso-hide"] === "all" ||
    style.display === "none"
  );
}

function removeRemarks(body) {
  for (const element of body.querySelectorAll("*")) {
    if (isRemark(element)) {
      element.remove();
    }
  }
  for (const link of body.querySelectorAll("a[href^='#cmnt_ref']")) { // of Google Docs: in front of the comment itself
    const block = link.closest("div");
    const isItsOwn = block?.querySelector("a") === link && block.textContent.trim().startsWith(link.textContent);
    (isItsOwn ? block : (link.closest("p, li") ?? link)).remove();
  }
  for (const link of body.querySelectorAll("a[href^='#cmnt'], a[href^='#_mso']")) { // what leads to one
    (link.closest("sup") ?? link).remove();
  }
}

// Word's lists. A bullet without these styles becomes a list when it is saved.

function takeMarker(paragraph) {
  const level = /level(\d)/.exec(readStyle(paragraph)["mso-list"] ?? "");
  const marker = Array.from(paragraph.querySelectorAll("*")).find((each) => readStyle(each)["mso-list"] === "ignore");
  if (!level || !marker) {
    return null;
  }
  marker.remove();
  return { level: Number(level[1]), kind: /^\W*[0-9a-z]{1,5}[.)]/i.test(marker.textContent) ? "ol" : "ul" };
}

function makeLists(body) {
  for (const list of body.querySelectorAll(":is(ul, ol) > :is(ul, ol)")) { // Google Docs: beside its item
    if (list.previousElementSibling?.matches("li")) {
      list.previousElementSibling.append(list);
    }
  }
  let open = []; // the outermost first
  for (const paragraph of body.querySelectorAll("p")) {
    const found = paragraph.closest("li") ? null : takeMarker(paragraph);
    if (!found || (open.length && paragraph.previousElementSibling !== open[0].list)) {
      open = [];
    }
    if (!found) {
      continue;
    }
    const { level, kind } = found;
    while (open.length && (open.at(-1).level > level || (open.at(-1).level === level && open.at(-1).kind !== kind))) {
      open.pop();
    }
    if (!open.length || open.at(-1).level < level) {
      const list = document.createElement(kind);
      if (open.length) {
        open.at(-1).list.lastElementChild.append(list);
      } else {
        paragraph.before(list);
      }
      open.push({ level, kind, list });
    }
    const item = document.createElement("li");
    open.at(-1).list.append(item);
    item.append(paragraph);
  }
}

// Bold and slanted

function isMarked(text, property, elements, isOn) {
  for (let element = text.parentElement; element; element = element.parentElement) {
    const value = readStyle(element)[property];
    if (value) {
      return isOn(value);
    }
    if (element.matches(elements)) {
      return true;
    }
  }
  return false;
}

const isBold = (text) =>
  isMarked(text, "font-weight", "b, strong", (value) => !/^(normal|lighter|[1-5]00)$/.test(value));
const isSlanted = (text) => isMarked(text, "font-style", "i, em", (value) => /^(italic|oblique)/.test(value));

function markEmphasis(body) {
  const made = new Set();
  const texts = [];
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (/\S/.test(walker.currentNode.data)) {
      texts.push(walker.currentNode);
    }
  }
  for (const text of texts) {
    let piece = text;
    for (const [name, applies] of [["em", isSlanted(text)], ["strong", isBold(text)]]) {
      if (applies) {
        const mark = document.createElement(name);
        piece.replaceWith(mark);
        mark.append(piece);
        made.add(mark);
        piece = mark;
      }
    }
  }
  for (const element of body.querySelectorAll(INLINE)) {
    if (!made.has(element)) {
      element.replaceWith(...element.childNodes);
    }
  }
}

function tidyPastedText(html) {
  const { body } = new DOMParser().parseFromString(hideStyles(html), "text/html");
  if (body.querySelector("[data-pm-slice]")) { // from an editor like this one
    return html;
  }
  removeRemarks(body);
  makeLists(body);
  markEmphasis(body);
  return body.innerHTML;
}

document.addEventListener("prose-editor:ready", ({ detail: { editor } }) => {
  editor.view.setProps({ transformPastedHTML: tidyPastedText });
});
