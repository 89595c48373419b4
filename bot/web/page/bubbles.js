import { fileAddress } from "./api.js";
import { button, el } from "./dom.js";
import { TEXTS } from "./texts.js";

const TIME = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
});
const DAY = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  month: "numeric",
  day: "numeric",
  weekday: "short",
});

/** The day of a message as it stands between bubbles: 11月25日(周三). */
export function dayOf(at) {
  const parts = Object.fromEntries(DAY.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return `${parts.month}月${parts.day}日(${parts.weekday})`;
}

/** What the service said. `tap` is called with the choice that was pressed. */
export function theirBubble(entry, persona, tap) {
  const isCard = entry.kind.endsWith("card");
  const looks = isCard ? " card" : entry.number === undefined ? "" : " receipt";
  const [head = "", ...rest] = isCard ? entry.text.split("\n") : ["", entry.text];
  const bubble = el(
    "div",
    { class: `bubble${looks}` },
    el("span", { class: "unseen", text: `${TEXTS.chat.theirs}：` }),
    head === "" ? null : el("strong", { class: "head", text: head }),
    el("p", { class: "words", text: rest.join("\n") }),
    files(entry.attachments, persona),
    choices(entry, tap),
  );
  const time = el("time", { class: "meta", datetime: entry.at, text: TIME.format(new Date(entry.at)) });
  return el("article", { class: "theirs", "data-seq": entry.seq, "data-kind": entry.kind }, bubble, time);
}

function choices(entry, tap) {
  if (entry.choices.length === 0) return null;
  const buttons = entry.choices.map((choice) =>
    button(choice.label, () => tap(choice), { class: "choice", "data-choice": choice.id }),
  );
  return el("div", { class: "choices", role: "group", "aria-label": TEXTS.chat.choices }, ...buttons);
}

/** Shows on a bubble which of its choices was taken and whether they can still be. */
export function showChoices(node, { tapped, used }) {
  for (const one of node.querySelectorAll(".choice")) {
    const isTapped = one.dataset.choice === tapped;
    // Not `disabled`: that would throw away the place of somebody who uses the keyboard.
    one.setAttribute("aria-disabled", String(used || tapped !== undefined));
    one.classList.toggle("tapped", isTapped);
    one.classList.toggle("used", used);
  }
}

/** One's own words, with how far they got. `again` and `takeBack` are called from the button beside them. */
export function ownBubble(message, persona, actions) {
  const bubble = el(
    "div",
    { class: "bubble" },
    el("span", { class: "unseen", text: `${TEXTS.chat.mine}：` }),
    message.text === "" ? null : el("p", { class: "words", text: message.text }),
    files(message.files, persona),
  );
  const node = el("article", { class: "mine", "data-id": message.id }, bubble, el("div", { class: "meta" }));
  showState(node, message, actions);
  return node;
}

/** Brings the line under one's own words up to date. */
export function showState(node, message, { again, takeBack }) {
  node.dataset.state = message.state;
  const line = node.querySelector(".meta");
  if (message.state === "unsent") {
    line?.replaceChildren(button(TEXTS.state.unsent, again, { class: "state-button" }));
  } else if (message.state === "refused") {
    const why = el("span", { class: "why", text: `${TEXTS.state.refused}${message.why ?? ""}` });
    line?.replaceChildren(why, button(TEXTS.state.takeBack, takeBack, { class: "state-button" }));
  } else line?.replaceChildren(TEXTS.state[message.state]);
}

function files(attachments, persona) {
  if (attachments.length === 0) return null;
  const shown = attachments.map(({ id, name, type }) => {
    const href = fileAddress(id, persona);
    const isPhoto = type.startsWith("image/");
    const content = isPhoto
      ? el("img", { src: href, alt: `${TEXTS.file.photo}：${name}`, loading: "lazy" })
      : el("span", { text: `${TEXTS.file.file}：${name}` });
    const props = { class: isPhoto ? "photo" : "document", href, rel: "noopener" };
    return el("a", isPhoto ? { ...props, target: "_blank" } : { ...props, download: name }, content);
  });
  return el("div", { class: "files" }, ...shown);
}
