// Tells screen readers what the toolbar of a text is, and which of its buttons are pressed or of no use where the cursor
// is. It is one stop of the Tab key; the arrow keys go from button to button (ARIA Authoring Practices, toolbar).

const TOGGLES = ["bulletList", "orderedList", "blockquote", "bold", "italic", "term"];

function setUpToolbar(toolbar, editor) {
  const findButtons = () => Array.from(toolbar.querySelectorAll(".prose-menubar__button:not(.hidden)"));
  const picker = toolbar.querySelector(".prose-menubar__picker");
  let stop = null;

  function setStop(button) {
    stop = button;
    findButtons().forEach((each) => (each.tabIndex = each === stop ? 0 : -1));
  }

  // The editor replaces the button that opens the picker with a copy of another one.
  function describeOpener(opener) {
    opener.setAttribute("aria-label", opener.title ? `Kind of paragraph: ${opener.title}` : "Kind of paragraph");
    opener.setAttribute("aria-haspopup", "true");
    opener.setAttribute("aria-expanded", picker.matches(":popover-open"));
    opener.setAttribute("aria-disabled", !opener.title);
  }

  function describe() {
    for (const button of toolbar.querySelectorAll(".prose-menubar__button[data-name]")) {
      const { name } = button.dataset;
      if (TOGGLES.includes(name)) {
        button.setAttribute("aria-pressed", editor.isActive(name));
      }
      button.setAttribute("aria-disabled", button.classList.contains("disabled"));
    }
    describeOpener(toolbar.querySelector(".prose-menubar__selected > button"));
    const buttons = findButtons();
    setStop(buttons.includes(stop) ? stop : buttons[0]);
  }

  toolbar.role = "toolbar";
  toolbar.ariaLabel = "Formatting";
  toolbar.addEventListener("focusin", ({ target }) => {
    if (findButtons().includes(target)) {
      setStop(target);
    }
  });
  toolbar.addEventListener("keydown", (event) => {
    const buttons = findButtons();
    const place = buttons.indexOf(event.target);
    const places = { ArrowLeft: place - 1, ArrowRight: place + 1, Home: 0, End: -1 };
    if (place >= 0 && event.key in places) {
      event.preventDefault();
      buttons.at(places[event.key] % buttons.length).focus();
    }
  });
  const ignoreUselessOpener = (event) => {
    if (event.target.matches(".prose-menubar__selected > [aria-disabled='true']")) {
      event.stopPropagation();
    }
  };
  toolbar.addEventListener("click", ignoreUselessOpener, { capture: true });
  picker.addEventListener("toggle", describe);
  editor.on("transaction", describe);
  describe();
}

document.addEventListener("prose-editor:ready", ({ detail: { editor } }) => {
  editor.on("create", () => setUpToolbar(editor.view.dom.parentElement.querySelector(".prose-menubar"), editor));
});
