import { el, show } from "./dom.js";
import { startHead } from "./start-head.js";
import { ROLES, TEXTS } from "./texts.js";

/** Whom to play in the demo, by group. A link each: the browser's own way back works. */
export function showChooser(personas) {
  const groups = Map.groupBy(personas, ({ role, org }) => {
    const { group } = ROLES[role] ?? ROLES.guest;
    return role === "deputy" ? `${group}（${org}）` : group;
  });
  const sections = [...groups].map(([heading, people]) =>
    el(
      "section",
      { class: "group" },
      el("h2", { text: heading }),
      el("ul", { class: "people" }, ...people.map(person)),
    ),
  );
  const intro = el(
    "div",
    { class: "intro" },
    el("h2", { text: TEXTS.chooser.heading }),
    el("p", { text: TEXTS.chooser.intro }),
  );
  show(el("div", { class: "start" }, startHead(), el("main", {}, intro, ...sections)));
  window.scrollTo(0, 0);
}

function person({ id, name, role, org }) {
  // A deputy stands under the name of the group already.
  const what = role === "deputy" ? [] : [ROLES[role]?.name, org];
  return el(
    "li",
    {},
    el(
      "a",
      { class: "person", href: `#${id}` },
      el("span", { class: "person-name", text: name }),
      ...what.filter(Boolean).map((text) => el("span", { class: "person-what", text })),
    ),
  );
}
