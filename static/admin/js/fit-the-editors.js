// The prose editor's text box has no name of its own: it takes that of its field's label. And it runs as its text does.
document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
  editor.view.dom.setAttribute("aria-label", textarea.labels[0].textContent.replace(":", "").trim());
  editor.view.dom.dir = "auto";
});
