// A term that the text explains where it stands, such as “plantar fascia”: screen readers and search engines are told.

import { Mark } from "django-prose-editor/editor";

export const Term = Mark.create({
  name: "term",

  parseHTML() {
    return [{ tag: "dfn" }];
  },

  renderHTML() {
    return ["dfn", 0];
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: this.name,
      groups: "marks",
      command: (editor) => editor.chain().focus().toggleMark(this.name).run(),
      button: buttons.material("menu_book", "term that is explained here"),
      active: (editor) => editor.isActive(this.name),
    });
  },
});
