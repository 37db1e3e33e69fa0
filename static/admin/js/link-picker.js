// The dialog for a link: while an editor types, it offers the site's own pages by their titles. Chosen from the list or
// pasted, an address is stored as it is; the site redirects from the old address of a page that gets another one.

import { Link as ProseLink, updateAttrsDialog } from "django-prose-editor/editor";

const ADDRESS = /^(https?:\/\/|mailto:|tel:|\/|#)\S*$/i;
const MAILBOX = /^[^\s@/]+@[^\s@/]+\.[a-z]{2,}$/i;
const HOST = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$/i;
const TARGETS = "/admin/articles/article/link-targets/";
const PAUSE = 200; // milliseconds after a key

const dialog = updateAttrsDialog(
  {
    href: {
      type: "string",
      title: "Page of this site, or web address",
      description: "Type words of a page’s title and choose it, or paste an address. Empty it to remove the link.",
    },
  },
  { title: "Link", submitText: "OK" },
);

// What an editor means: an address, one without its beginning, a mailbox, or the whole title of an offered page.
function readAddress(typed, list) {
  const words = typed.trim();
  if (!words || ADDRESS.test(words)) {
    return words;
  }
  if (MAILBOX.test(words)) {
    return `mailto:${words}`;
  }
  if (HOST.test(words)) {
    return `https://${words}`;
  }
  return Array.from(list.options).find((option) => option.text.toLowerCase() === words.toLowerCase())?.value ?? null;
}

function offerPages(input, language) {
  const list = Object.assign(document.createElement("datalist"), { id: `${input.id}-pages` });
  input.after(list);
  input.setAttribute("list", list.id);
  const judge = () => {
    const isAddress = readAddress(input.value, list) !== null;
    input.setCustomValidity(isAddress ? "" : "Choose a page from the list, or enter a web address.");
    return isAddress;
  };
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    if (judge()) {
      return;
    }
    const words = input.value.trim();
    waiting = setTimeout(async () => {
      const response = await fetch(`${TARGETS}?${new URLSearchParams({ q: words, language })}`);
      if (response.ok && !response.redirected && words === input.value.trim()) { // not the page to sign in
        const { targets } = await response.json();
        list.replaceChildren(...targets.map(([address, title]) => new Option(title, address)));
        judge();
      }
    }, PAUSE);
  });
  return list;
}

async function askForLink(editor) {
  const asked = dialog(editor, editor.getAttributes("link"));
  const input = editor.view.dom.parentElement.querySelector("dialog [name=href]");
  const language = editor.view.dom.closest(".text-form")?.querySelector("[name$=-language]")?.value ?? "en";
  const list = offerPages(input, language);
  const given = await asked;
  const href = given && readAddress(given.href, list);
  const chain = editor.chain().focus().extendMarkRange("link");
  if (href) {
    chain.setLink({ href }).run();
  } else if (given) {
    chain.unsetLink().run();
  }
}

export const Link = ProseLink.extend({
  addCommands() {
    return {
      ...this.parent?.(),
      addLink:
        () =>
        ({ editor }) => {
          if (!editor.state.selection.empty || editor.isActive("link")) {
            askForLink(editor);
          }
        },
    };
  },
});
