"use strict";

// Asks before a page is left by a link while a note is typed and not saved. Buttons of the form take the note along.

const note = document.querySelector("[name=note]");
let isSent = false;

if (note) {
  note.form.addEventListener("submit", () => {
    isSent = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!isSent && note.value !== note.defaultValue) {
      event.preventDefault();
    }
  });
}
