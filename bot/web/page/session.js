import { endSession, openSession, Refused } from "./api.js";
import { button, el, show } from "./dom.js";
import { startHead } from "./start-head.js";
import { showFactor } from "./factor.js";
import { forgetConversations } from "./store.js";
import { TEXTS } from "./texts.js";

/** The code of an invitation link, which stands after the # so that no server log ever sees it; empty without one. */
export const codeInLink = () => /^#code=([\w-]{1,64})$/u.exec(location.hash)?.[1] ?? "";

/** The code in words that are nothing but a code, typed where one talks; empty in all others. */
export const codeIn = (text) =>
  /^(?:(?:我的)?绑定码?(?:是|为)?|code)?[\s:\uFF1A]*([\w-]{22}|[0-9a-z](?:[\s-]*[0-9a-z]){9})[\s。.\uFF0C,\uFF01!]*$/iu.exec(
    text.trim(),
  )?.[1] ?? "";

/**
 * Opens the session of a code that was typed where one talks; null where it is no good, and words say why. Where a
 * number is wanted besides, `{factor}` as it is.
 */
export async function enterWith(code) {
  const session = await openSession(code).catch(() => null);
  if (session !== null && session.factor === undefined) forgetConversations();
  return session;
}

/** Asks for the number that is wanted besides a code, then goes in; `back` gives up. */
export const askFactor = (wish, code, entered, back) =>
  showFactor(wish, {
    back,
    enter: async (number) => {
      const session = await openSession(code, number);
      forgetConversations();
      entered(session);
    },
  });

/** The way in outside the demo: with the code from the office, or as somebody who has something to report. */
export function showEntrance(entered) {
  const words = TEXTS.session;
  const wrong = el("p", { class: "wrong", role: "alert" });
  const enter = async (code) => {
    try {
      const session = await openSession(code);
      if (session.factor !== undefined) {
        askFactor(session, code, entered, () => showEntrance(entered));
        return;
      }
      // What somebody else said on this device before is none of this person's business.
      if (!session.guest) forgetConversations();
      entered(session);
    } catch (error) {
      wrong.textContent = error instanceof Refused ? error.message : TEXTS.line.gone;
    }
  };
  const field = el("input", {
    value: codeInLink(),
    id: "code",
    autocomplete: "one-time-code",
    spellcheck: "false",
    "aria-describedby": "hint",
  });
  const submit = (event) => {
    event.preventDefault();
    const code = field.value.trim();
    if (code === "") wrong.textContent = words.codeMissing;
    else void enter(code);
  };
  const form = el(
    "form",
    { class: "entrance", onsubmit: submit },
    el("label", { for: "code", text: words.code }),
    el("p", { id: "hint", text: words.codeHint }),
    field,
    el("button", { type: "submit", class: "primary", text: words.enter }),
    wrong,
    button(words.guest, () => void enter(""), { class: "plain" }),
  );
  show(el("div", { class: "start" }, startHead(), el("main", {}, el("h2", { text: words.heading }), form)));
}

/** The button that ends a session, after asking: the conversation leaves this device. */
export function leaveButton(left) {
  const words = TEXTS.session;
  const leave = async () => {
    await endSession().catch(() => undefined);
    forgetConversations();
    left();
  };
  const dialog = el(
    "dialog",
    { class: "ask" },
    el("p", { text: words.leaveAsk }),
    button(words.leaveNo, () => dialog.close(), { class: "plain", autofocus: true }),
    button(words.leaveYes, () => void leave(), { class: "primary" }),
  );
  return el(
    "div",
    { class: "leave" },
    button(words.leave, () => dialog.showModal(), { class: "bar-button" }),
    dialog,
  );
}
