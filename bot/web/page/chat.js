import { dayOf } from "./bubbles.js";
import { Composer } from "./composer.js";
import { button, el, show } from "./dom.js";
import { askAgain } from "./factor.js";
import { hear } from "./listener.js";
import { Log } from "./log.js";
import { createSender } from "./sender.js";
import { codeIn, enterWith } from "./session.js";
import { sizeButton } from "./size.js";
import { EXAMPLES, ROLES, TEXTS } from "./texts.js";

/**
 * The chat with one person's assistant. `who` is `{key, persona?, name, role, org}`; `kept` is their conversation and
 * what it is kept in, sealed; `leave` makes the button that
 * goes back; `changed` hears of the session that a typed code has opened. Returns how to close it: requests under way
 * are given up, nothing that was written is.
 */
export function openChat(who, { conversation, sealed }, leave, ended, changed) {
  const closing = new AbortController();
  const { signal } = closing;
  const sender = createSender(conversation, who.persona, (message) => log.changed(message), signal);

  const post = (said) => {
    log.said(conversation.say(said));
    void sender.run();
  };
  // What waits for a number is said again once it was taken; a card that was tapped is gone and begins anew.
  let saidLast = "";
  const say = async (said) => {
    saidLast = said.choice === undefined ? said.text : "";
    const code = changed === undefined ? "" : codeIn(said.text);
    const session = code === "" ? null : await enterWith(code);
    if (session === null) post(said);
    else changed(session, code);
  };
  const takeBack = (message) => {
    conversation.remove(message);
    log.removed(message);
    composer.takeBack(message);
  };
  const tap = (entry, choice) => say({ text: choice.label, choice: choice.id, offer: entry.seq });
  const welcome = examples(who.role, (text) => say({ text }));
  const log = new Log({ conversation, persona: who.persona, tap, again: sender.retry, takeBack, welcome });
  const composer = new Composer(who, sealed, say, signal);
  const lost = el("p", { class: "lost", role: "status" });
  const help = button(TEXTS.chat.help, () => say({ text: TEXTS.chat.help }), { class: "bar-button" });
  show(el("div", { class: "chat" }, bar(who, leave, help), lost, wish(who), ...log.nodes, composer.node));

  for (const message of conversation.own) log.said(message);
  let past = true;
  void hear(conversation, who.persona, {
    signal,
    ended,
    online: (is) => {
      if (sayLine(lost, is) || (is && past)) sender.retry();
    },
    heard: (entries) => {
      log.heard(entries);
      if (entries.at(-1)?.kind === "account.factor-asked")
        askAgain(() => saidLast !== "" && post({ text: saidLast }));
      if (past && entries.length === 0) log.listening();
      past = past && entries.length > 0;
    },
  });
  return () => closing.abort();
}

// Says whether the service is reached; true where it was not before and is again.
function sayLine(lost, is) {
  const wasLost = lost.textContent !== "";
  lost.textContent = is ? "" : TEXTS.line.lost;
  return is && wasLost;
}

// Whoever came in without an authenticator is told by when to set one up, as long as this page is open.
const wish = ({ factorBy }) =>
  factorBy === undefined
    ? null
    : el("p", {
        class: "lost factor-by",
        role: "status",
        text: TEXTS.session.factorBy(dayOf(`${factorBy}T12:00:00+08:00`)),
      });

function bar(who, leave, help) {
  const role = ROLES[who.role]?.name ?? "";
  const title = el(
    "div",
    { class: "bar-title" },
    el("h1", { text: who.name }),
    el("p", { text: [role, who.org].filter((one) => one !== "").join(" · ") }),
  );
  return el("header", { class: "bar" }, leave, title, help, sizeButton());
}

function examples(role, say) {
  const sentences = (EXAMPLES[role] ?? []).map((text) => button(text, () => say(text), { class: "example" }));
  return el(
    "section",
    { class: "welcome", "aria-label": TEXTS.chat.examplesHead },
    el("p", { text: TEXTS.chat.examplesHead }),
    ...sentences,
  );
}
