// A picture of the library at the cursor, with its caption below it. Django's own pop-up list of pictures chooses or
// adds it there; its alternative texts are asked for in that list. articles/body_pictures.py knows the same elements.

import { Node, Plugin } from "django-prose-editor/editor";

const PICTURE = /\/pictures\/([0-9a-f]{20})(?:-\d+)?\.webp$/; // also in what is copied from a public page
const LIST = "/admin/articles/picture/?_to_field=content_hash";

// Calls back with what the pop-up window chooses, which Django writes into a field of this page.
function openList(address, onChosen) {
  document.getElementById("chosen-for-text")?.remove();
  const field = Object.assign(document.createElement("input"), { type: "hidden", id: "chosen-for-text" });
  document.body.append(field);
  window.django.jQuery(field).on("change", () => onChosen(field.value));
  const link = Object.assign(document.createElement("a"), { id: "lookup_chosen-for-text", href: address });
  window.showRelatedObjectLookupPopup(link);
}

const isPicture = (node) => node?.type.name === "picture";
const isInCaption = ({ $from, $to }) => isPicture($from.parent) || isPicture($to.parent);

export const Picture = Node.create({
  name: "picture",
  group: "block",
  content: "inline*", // the caption
  draggable: true,
  isolating: true,

  addAttributes() {
    return { hash: { default: null, rendered: false } };
  },

  parseHTML() {
    const read = (image) => {
      const found = PICTURE.exec(image?.getAttribute("src") ?? "");
      return found && { hash: found[1] };
    };
    const findCaption = (figure) => figure.querySelector("figcaption") ?? document.createElement("figcaption");
    return [
      { tag: "figure", contentElement: findCaption, getAttrs: (figure) => read(figure.querySelector("img")) ?? false },
      { tag: "img", getAttrs: (image) => read(image) ?? false },
    ];
  },

  renderHTML({ node }) {
    const image = { src: `/pictures/${node.attrs.hash}.webp`, alt: "picture" }; // in the editor alone
    return ["figure", ["img", image], ["figcaption", 0]];
  },

  addCommands() {
    return {
      choosePicture:
        () =>
        ({ editor }) => {
          openList(LIST, (hash) => {
            if (isPicture(editor.state.selection.node)) { // a click on a picture selects it
              editor.chain().focus().updateAttributes(this.name, { hash }).run();
            } else {
              editor.chain().focus().insertPictures([this.type.create({ hash })]).run();
            }
          });
          return true;
        },

      // Below the block with the cursor, or in its place if it is empty; `orAbove` puts them above a block that has the
      // cursor at its start. The cursor goes into the last caption.
      insertPictures:
        (pictures, { orAbove = false } = {}) =>
        ({ commands, state, tr }) => {
          const { $to } = state.selection;
          const [place, container] = [$to.index(-1), $to.node(-1)];
          const size = $to.parent.content.size;
          const fits = (replaced) => container.canReplaceWith(place, place + replaced, this.type);
          const isReplaced = $to.parent.type.name === "paragraph" && !size && fits(1);
          const isAbove = orAbove && size && !$to.parentOffset && fits(0);
          const from = isReplaced || isAbove ? $to.before() : $to.after();
          tr.replaceWith(from, isReplaced ? $to.after() : from, pictures);
          return commands.setTextSelection(pictures.reduce((end, { nodeSize }) => end + nodeSize, from) - 1);
        },
    };
  },

  addMenuItems({ menu, buttons }) {
    for (const item of menu.items("nodes blockType lists table")) {
      const { enabled } = item;
      item.enabled = (editor) => !isInCaption(editor.state.selection) && enabled(editor);
    }
    menu.defineItem({
      name: this.name,
      groups: "nodes",
      command: (editor) => editor.commands.choosePicture(),
      button: buttons.material("image", "picture"),
      active: (editor) => isPicture(editor.state.selection.node),
    });
  },

  addProseMirrorPlugins() {
    const selectClicked = (view, pos, node, place, { target }) =>
      isPicture(node) && target.matches("img") && this.editor.commands.setNodeSelection(place);
    // Pictures alone go beside the words, which they would split.
    const pasteBeside = (view, event, { content: { content: nodes } }) => {
      const isMeant = nodes.length > 0 && nodes.every(isPicture) && view.state.selection.$from.parent.isTextblock;
      if (isMeant) {
        this.editor.chain().deleteSelection().insertPictures(nodes, { orAbove: true }).scrollIntoView().run();
      }
      return isMeant;
    };
    // A browser reports late where the cursor went. A key pressed before that, on a slow computer, would be left to the
    // browser, which deletes between a picture and the words beside it by putting these into a second picture.
    const noticeCursor = (view) => {
      if (!view.composing) {
        view.domObserver.flush();
      }
      return false;
    };
    // A space after ## or > would make a heading or a quotation of the picture.
    const typeSpace = (view, from, to, typed) => {
      const isMeant = typed === " " && isInCaption(view.state.selection);
      if (isMeant) {
        view.dispatch(view.state.tr.insertText(typed, from, to));
      }
      return isMeant;
    };
    // By key, too, a caption does not become a heading or a list: it would lose its picture.
    const keepPictures = ({ steps, docs }) =>
      !steps.some(
        ({ from, gapFrom, slice }, number) =>
          gapFrom === from + 1 && isPicture(docs[number].nodeAt(from)) && !isPicture(slice.content.firstChild),
      );
    const props = {
      handleClickOn: selectClicked,
      handleDOMEvents: { keydown: noticeCursor },
      handlePaste: pasteBeside,
      handleTextInput: typeSpace,
    };
    return [new Plugin({ props, filterTransaction: keepPictures })];
  },

  addKeyboardShortcuts() {
    return {
      // In an empty caption: takes the picture out.
      Backspace: ({ editor }) => {
        const { parent } = editor.state.selection.$from;
        return isPicture(parent) && !parent.content.size && editor.commands.deleteNode(this.name);
      },
      // Out of the caption, into a new paragraph below the picture.
      Enter: ({ editor }) => {
        const { $from } = editor.state.selection;
        if (!isPicture($from.parent)) {
          return false;
        }
        const below = $from.after();
        return editor.chain().insertContentAt(below, { type: "paragraph" }).setTextSelection(below + 1).run();
      },
      // A new line in the caption, such as for the photographer. The editor has none in what stands for itself.
      "Shift-Enter": ({ editor }) =>
        isInCaption(editor.state.selection) && editor.commands.insertContent({ type: "hardBreak" }),
      "Mod-Shift-b": ({ editor }) => isInCaption(editor.state.selection), // not a quotation
    };
  },
});
