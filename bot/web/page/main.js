import { listPersonas, Refused } from "./api.js";
import { openChat } from "./chat.js";
import { showChooser } from "./chooser.js";
import { Conversation } from "./conversation.js";
import { button, el, show } from "./dom.js";
import { openSealed } from "./sealed.js";
import { askFactor, codeInLink, leaveButton, showEntrance } from "./session.js";
import { restoreSize } from "./size.js";
import { keep, recall } from "./store.js";
import { TEXTS } from "./texts.js";

restoreSize();
if (document.documentElement.dataset.mode === "demo") void startDemo();
else startService();

/** The demo: whoever is named after the # of the address, or the chooser. */
async function startDemo() {
  const personas = await listPersonas().catch(() => null);
  if (personas === null) {
    showGone(() => void startDemo());
    return;
  }
  let close = () => undefined;
  let turn = 0;
  const route = async () => {
    close();
    close = () => undefined;
    turn += 1;
    const mine = turn;
    const persona = personas.find(({ id }) => `#${id}` === location.hash);
    document.title = persona === undefined ? TEXTS.title : `${persona.name} · ${TEXTS.title}`;
    if (persona === undefined) {
      showChooser(personas);
      return;
    }
    const who = { ...persona, key: persona.id, persona: persona.id };
    const kept = await openKept(who).catch(() => null);
    if (mine !== turn) return;
    if (kept === null) showGone(() => void route());
    else close = openChat(who, kept, backToChooser(), () => void route());
  };
  window.addEventListener("hashchange", () => void route());
  void route();
}

/** Somebody's conversation as far as this browser kept it, and what it is kept in. */
async function openKept({ key, persona }) {
  const sealed = await openSealed(persona);
  return { sealed, conversation: await Conversation.open(key, sealed) };
}

const showGone = (again) =>
  show(
    el(
      "div",
      { class: "start" },
      el(
        "main",
        {},
        el("p", { text: TEXTS.line.gone }),
        button(TEXTS.line.retry, again, { class: "primary" }),
      ),
    ),
  );

const backToChooser = () =>
  el("a", {
    class: "bar-button",
    href: "#",
    text: TEXTS.chooser.switch,
    "aria-label": TEXTS.chooser.leaveChat,
  });

const NAME = "name.me";

/** The real service: a session of this browser, opened once and kept until it is left. */
function startService() {
  const enter = async (session) => {
    const who = { key: "me", persona: undefined, role: "guest", org: TEXTS.place };
    try {
      const kept = await openKept(who);
      if (session?.name !== undefined) kept.sealed.change(NAME, () => session.name);
      const name = session?.name ?? (await kept.sealed.read(NAME)) ?? TEXTS.title;
      talk({ ...who, name, factorBy: session?.factorBy }, kept);
    } catch (error) {
      if (error instanceof Refused && error.status === 401) leave();
      else showGone(() => void enter(session));
    }
  };
  const talk = (who, kept) => {
    const left = () => {
      close();
      leave();
    };
    // A code opens a session of its own, never the one that is open: who knows who else holds its cookie.
    const changed = (session, code) => {
      close();
      if (session.factor === undefined) entered(session);
      else askFactor(session, code, entered, () => void enter());
    };
    const close = openChat(who, kept, leaveButton(left), left, changed);
  };
  const entered = (session) => {
    // A used code in the address would only puzzle whoever reloads the page.
    history.replaceState(null, "", location.pathname);
    keep("session", true);
    void enter(session);
  };
  const leave = () => {
    keep("session", null);
    showEntrance(entered);
  };
  const session = recall("session", null);
  if (session === null || codeInLink() !== "") showEntrance(entered);
  else {
    // An earlier page kept a name here, in clear.
    keep("session", true);
    void enter(session === true ? undefined : session);
  }
}
