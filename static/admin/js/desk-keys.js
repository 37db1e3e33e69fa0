"use strict";

// Single-key shortcuts. A button or link with data-key is pressed, a field or number gets the focus. They are silent
// while a field has the focus, and only an account that has not turned them off loads this file (WCAG 2.1.4).

const FIELDS = "input, select, textarea, [contenteditable]";
const keys = new Map(); // key: its elements
let isLeaving = false;

function giveKey(element, key) {
  keys.set(key, [...(keys.get(key) ?? []), element]);
  element.setAttribute("aria-keyshortcuts", key);
  (element.labels?.[0] ?? element).dataset.keyHint = key;
}

// In an open box, such as the reasons for closing, its own keys come first; from outside they do nothing.
function findByKey(key) {
  const box = document.activeElement.closest("details");
  const isInside = (element) => element.closest("details") === box && !element.matches("summary");
  const found = keys.get(key) ?? [];
  return found.find((each) => box && isInside(each)) ?? found.find((each) => each.matches("summary, :not(details *)"));
}

function press(element) {
  if (element.matches(`${FIELDS}, [href^="tel:"]`)) {
    element.focus();
  } else if (element.matches("summary")) {
    element.parentElement.open = true;
    element.focus();
  } else {
    element.click();
  }
}

function move(step) {
  const links = [...document.querySelectorAll("#result_list th a")];
  const place = links.indexOf(document.activeElement);
  links.at(place < 0 ? 0 : Math.min(Math.max(place + step, 0), links.length - 1))?.focus();
}

for (const element of document.querySelectorAll("[data-key]")) {
  giveKey(element, element.dataset.key);
}
for (const [selector, key] of [["#searchbar", "/"], ["[name=note]", "e"], ["[type=date][name=visit_on]", "s"]]) {
  document.querySelectorAll(selector).forEach((element) => giveKey(element, key));
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  if (event.target.closest(FIELDS)) {
    if (event.key === "Escape") {
      event.target.blur();
    }
    return;
  }
  const box = event.key === "Escape" && event.target.closest("details[open]");
  if (box) {
    box.open = false;
    box.querySelector("summary").focus();
    return;
  }
  const step = { j: 1, k: -1 }[event.key];
  const element = findByKey(event.key);
  if (isLeaving || !(step || element)) {
    return;
  }
  event.preventDefault(); // or the key would be typed into the field that gets the focus
  if (step) {
    move(step);
  } else {
    press(element);
  }
});
// A second key must not send another answer while the first one is on its way.
document.addEventListener("submit", () => {
  isLeaving = true;
});
window.addEventListener("pageshow", () => {
  isLeaving = false;
});
