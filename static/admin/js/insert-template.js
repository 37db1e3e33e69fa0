"use strict";

// Makes each template of a list a button that inserts it at the cursor; without scripts, it can be copied.

for (const list of document.querySelectorAll("[data-inserts-into]")) {
  const field = document.getElementById(list.dataset.insertsInto);
  for (const item of list.children) {
    const text = item.textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", () => {
      const before = field.value.slice(0, field.selectionStart);
      field.setRangeText(/\S$/.test(before) ? ` ${text}` : text, field.selectionStart, field.selectionEnd, "end");
      field.focus();
    });
    item.replaceChildren(button);
  }
}
