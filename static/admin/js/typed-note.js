"use strict";

// Asks before a link leaves the page while a note is unsaved. The form's own buttons save the note.

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
