// Turns text pasted from a word processor into what its author saw. The staff site's Content-Security-Policy keeps the
// editor from reading inline styles, so this reads them as text. articles/pasted.py does the same with what is saved;
// tests/pasted.py has the examples for both.

const INLINE = "b, strong, i, em, span, font, u, ins, sup, sub";
const HEADINGS = { h1: "h2", h4: "h3", h5: "h3", h6: "h3" }; // the editor's two levels
// Around which the editor would not begin a new line.
const BOXES = "center, details, dt, legend, main, nav, option, summary";
const LIST_STYLES = {
  "lower-alpha": "a",
  "lower-latin": "a",
  "upper-alpha": "A",
  "upper-latin": "A",
  "lower-roman": "i",
  "upper-roman": "I",
};
// Digits that the editor has, for the elements that it does not have: 10⁹, H₂O.
const RAISED = {
  sup: ["0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ"],
  sub: ["0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"],
};
const REMARK_CLASS = /^msocom/i;

// Styles as text: the browser would report each of them as one that the policy forbids.
function hideStyles(html) {
  return html
    .replace(/<style\b[^>]*>[^]*?<\/style\s*>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle(?=\s*=)/gi, " data-style"));
}

function readStyle(element) {
  const style = {};
  for (const declaration of (element.dataset.style ?? "").toLowerCase().split(";")) {
    const [name, ...value] = declaration.split(":");
    style[name.trim()] = value.join(":").split("!")[0].trim();
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
    const said = link.textContent.trim();
    const isItsOwn = said && block?.querySelector("a") === link && block.textContent.trim().startsWith(said);
    (isItsOwn ? block : (link.closest("p, li") ?? link)).remove();
  }
  for (const link of body.querySelectorAll("a[href^='#cmnt'], a[href^='#_mso']")) { // what leads to one
    (link.closest("sup") ?? link).remove();
  }
}

// Digits above and below the line

function textsIn(element) {
  const texts = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    texts.push(walker.currentNode);
  }
  return texts;
}

function raiseDigits(body) {
  for (const [name, [digits, raised]] of Object.entries(RAISED)) {
    for (const element of body.querySelectorAll(name)) {
      if (Array.from(element.textContent).every((char) => digits.includes(char))) {
        for (const text of textsIn(element)) {
          text.data = Array.from(text.data, (char) => raised[digits.indexOf(char)]).join("");
        }
      }
    }
  }
}

// Headings and boxes

function rename(element, name) {
  const renamed = document.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

function renameBlocks(body) {
  for (const [name, kept] of Object.entries(HEADINGS)) {
    body.querySelectorAll(name).forEach((heading) => rename(heading, kept));
  }
  body.querySelectorAll(BOXES).forEach((box) => rename(box, "div"));
}

// Tables

// Whether it has no columns, or only one row without a heading, or more in its cells than facts.
function isLayout(table) {
  const cells = Array.from(table.rows, (row) => Array.from(row.cells)).filter((row) => row.length);
  const hasColumns = cells.some((row) => row.length > 1);
  const hasRows = cells.length > 1 || cells.flat().some((cell) => cell.matches("th"));
  return !hasColumns || !hasRows || table.querySelector("table, h1, h2, h3, h4, h5, h6");
}

function makeHeading(cell) {
  const heading = rename(cell, "th");
  heading.colSpan = cell.colSpan;
  heading.rowSpan = cell.rowSpan;
}

function setTables(body) {
  const tables = Array.from(body.querySelectorAll("table"), (table) => [table, isLayout(table)]);
  for (const [table, isForLayout] of tables.reverse()) { // the innermost first
    const rows = Array.from(table.rows);
    if (isForLayout) {
      const parts = [table.caption, ...rows.flatMap((row) => [...row.cells]), ...rows, table.tHead, table.tFoot];
      [...parts, ...table.tBodies, table].filter(Boolean).forEach((part) => rename(part, "div"));
      continue;
    }
    Array.from(table.tHead?.querySelectorAll("td") ?? []).forEach(makeHeading);
    if (table.caption) {
      table.before(rename(table.caption, "div"));
    }
    table.replaceChildren(...rows);
  }
}

// Word's lists. A bullet or number without these styles becomes a list when it is saved.

function takeMarker(paragraph) {
  const level = /level(\d)/.exec(readStyle(paragraph)["mso-list"] ?? "");
  const marker = Array.from(paragraph.querySelectorAll("*")).find((each) => readStyle(each)["mso-list"] === "ignore");
  if (!level || !marker) {
    return null;
  }
  marker.remove();
  const number = /(?:[0-9]{1,9}|[a-z]{1,5}(?=[.)]))(?=[^0-9a-z_]*$)/i.exec(marker.textContent);
  return { level: Number(level[1]), numbers: number ? readNumber(number[0]) : new Map() };
}

const ROMAN = new Map(
  ["", "x", "xx", "xxx"].flatMap((tens) =>
    ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"].map((ones, number) => [
      tens + ones,
      10 * tens.length + number,
    ]),
  ),
);

// {type of list: number}, each way to read it: `i` is the first or the ninth.
function readNumber(text) {
  if (/^[0-9]/.test(text)) {
    return new Map([["1", Number(text)]]);
  }
  const small = text.toLowerCase();
  const readings = new Map();
  if (ROMAN.has(small)) {
    readings.set("i", ROMAN.get(small));
  }
  if (new Set(small).size === 1) { // Word counts x, y, z, aa, bb
    readings.set("a", 26 * (small.length - 1) + small.charCodeAt(0) - "a".charCodeAt(0) + 1);
  }
  return text === small ? readings : new Map(Array.from(readings, ([kind, number]) => [kind.toUpperCase(), number]));
}

// The ways to read a number by which it comes next.
function countOn(before, numbers) {
  return new Map(Array.from(numbers).filter(([kind, number]) => before.get(kind) === number - 1));
}

class OpenList {
  constructor(level, list) {
    Object.assign(this, { level, list, numbers: new Map() });
  }

  // Whether it belongs into this list, or into one that is to be opened in its last item.
  takes({ level, numbers }) {
    if (this.level !== level) {
      return this.level < level;
    }
    return countOn(this.numbers, numbers).size > 0 || this.numbers.size + numbers.size === 0;
  }

  append(item, numbers) {
    this.numbers = this.list.children.length ? countOn(this.numbers, numbers) : numbers;
    this.list.append(item);
    if (this.numbers.size) {
      const [kind, number] = Array.from(this.numbers).sort((one, other) => one[1] - other[1])[0];
      this.list.setAttribute("start", number - this.list.children.length + 1);
      this.list.setAttribute("type", kind);
    }
  }
}

function repairLists(body) {
  for (const list of body.querySelectorAll(":is(ul, ol) > :is(ul, ol)")) { // Google Docs: beside its item
    const outer = list.parentElement;
    if (list.previousElementSibling?.matches("li")) {
      list.previousElementSibling.append(list);
    } else {
      outer.before(list);
    }
    if (!outer.childElementCount) {
      outer.remove();
    }
  }
  for (const item of body.querySelectorAll("ol > li:first-child")) {
    const kind = LIST_STYLES[readStyle(item)["list-style-type"]];
    if (kind) {
      item.parentElement.setAttribute("type", kind);
    }
  }
}

function makeLists(body) {
  let openLists = []; // the outermost first
  for (const paragraph of body.querySelectorAll("p")) {
    const marker = paragraph.closest("li") ? null : takeMarker(paragraph);
    if (!marker || (openLists.length && paragraph.previousElementSibling !== openLists[0].list)) {
      openLists = [];
    }
    if (!marker) {
      continue;
    }
    while (openLists.length && !openLists.at(-1).takes(marker)) {
      openLists.pop();
    }
    if (!openLists.length || openLists.at(-1).level < marker.level) {
      const list = document.createElement(marker.numbers.size ? "ol" : "ul");
      if (openLists.length) {
        openLists.at(-1).list.lastElementChild.append(list);
      } else {
        paragraph.before(list);
      }
      openLists.push(new OpenList(marker.level, list));
    }
    const item = document.createElement("li");
    openLists.at(-1).append(item, marker.numbers);
    item.append(paragraph);
  }
}

// Bold and italics

// `isOn` answers true or false for a value of its own; undefined for one that asks the parent, such as `inherit`.
function isMarked(text, property, elements, isOn) {
  for (let element = text.parentElement; element; element = element.parentElement) {
    const value = readStyle(element)[property];
    const answer = value ? isOn(value) : element.matches(elements) || undefined;
    if (answer !== undefined) {
      return answer;
    }
  }
  return false;
}

const BOLD = { bold: true, bolder: true, normal: false, lighter: false, initial: false };
const ITALIC = { italic: true, oblique: true, normal: false, initial: false };
const isBold = (text) =>
  isMarked(text, "font-weight", "b, strong", (value) => (/^[\d.]+$/.test(value) ? Number(value) >= 600 : BOLD[value]));
const isItalic = (text) => isMarked(text, "font-style", "i, em", (value) => ITALIC[value.split(" ")[0]]);

function markEmphasis(body) {
  const made = new Set();
  for (const text of textsIn(body).filter((each) => /\S/.test(each.data))) {
    let piece = text;
    for (const [name, applies] of [["em", isItalic(text)], ["strong", isBold(text)]]) {
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

// Word and Google Docs write no headings of columns: there, they are a first row in bold, unless all rows are.

function isBoldRow(row) {
  const texts = textsIn(row).filter((text) => /\S/.test(text.data));
  return texts.length > 0 && texts.every((text) => text.parentElement.closest("strong"));
}

function headColumns(body) {
  for (const { rows: [first, ...others] } of body.querySelectorAll("table:not(:has(th))")) {
    if (first.cells.length > 1 && isBoldRow(first) && !others.every(isBoldRow)) {
      Array.from(first.cells).forEach(makeHeading);
    }
  }
}

// What is left out

const LEFT_OUT = [
  ["picture", "pictures", "img, svg"],
  ["form field", "form fields", "input:not([type=hidden]), select, textarea"],
  ["embedded page or video", "embedded pages or videos", "iframe, video, audio, object, embed"],
];
const HOW_TO_ADD = "Pictures are added with the picture button, so that they get a description.";
const NO_FILES = "A text cannot hold files.";
const OF_THE_LIBRARY = /\/pictures\/[0-9a-f]{20}(-\d+)?\.webp$/; // which stay

// In sentences; empty if nothing is.
function nameLeftOut(body) {
  const isLost = (element) => !OF_THE_LIBRARY.test(element.getAttribute("src") ?? "");
  const found = LEFT_OUT.map(([one, many, elements]) => [
    Array.from(body.querySelectorAll(elements)).filter(isLost).length,
    one,
    many,
  ]).filter(([count]) => count);
  const named = found.map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
  const advice = found.some(([, one]) => one === "picture") ? ` ${HOW_TO_ADD}` : "";
  return named.length ? `Left out of what you pasted: ${named.join(", ")}.${advice}` : "";
}

// In view wherever the editor is, until it is closed or something else is pasted. Returns what writes into it.
function addNotice(editor) {
  const notice = Object.assign(document.createElement("div"), { className: "paste-notice" });
  const status = Object.assign(document.createElement("p"), { role: "status" });
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: "Close", hidden: true });
  const say = (sentences) => {
    status.textContent = sentences;
    close.hidden = !sentences;
  };
  close.addEventListener("click", () => {
    say("");
    editor.view.focus();
  });
  notice.append(status, close);
  editor.view.dom.closest(".prose-editor").append(notice);
  return say;
}

function tidyPastedText(html, say) {
  const { body } = new DOMParser().parseFromString(hideStyles(html), "text/html");
  if (body.querySelector("[data-pm-slice]")) { // from an editor like this one
    return html;
  }
  removeRemarks(body);
  say(nameLeftOut(body));
  raiseDigits(body);
  setTables(body);
  renameBlocks(body);
  repairLists(body);
  makeLists(body);
  markEmphasis(body);
  headColumns(body);
  return body.innerHTML;
}

document.addEventListener("prose-editor:ready", ({ detail: { editor } }) => {
  const say = addNotice(editor);
  // Takes files without words, which the browser would open or drop in silence.
  const refuseFiles = (view, event) => {
    const { files, types } = event.clipboardData ?? event.dataTransfer;
    const isRefused = files.length > 0 && !types.includes("text/html");
    const hasPictures = Array.from(files).some(({ type }) => type.startsWith("image/"));
    say(isRefused ? (hasPictures ? HOW_TO_ADD : NO_FILES) : "");
    if (isRefused) {
      event.preventDefault();
    }
    return isRefused;
  };
  editor.view.setProps({
    handleDOMEvents: { drop: refuseFiles, paste: refuseFiles },
    transformPastedHTML: (html) => tidyPastedText(html, say),
  });
});
