// Names the prose editor's text box after its field's label, and lets its text decide the writing direction.
document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
  editor.view.dom.setAttribute("aria-label", textarea.labels[0].textContent.replace(":", "").trim());
  editor.view.dom.dir = "auto";
});
