import { listPersonas } from "./api.js";
import { openChat } from "./chat.js";
import { showChooser } from "./chooser.js";
import { button, el, show } from "./dom.js";
import { codeInLink, leaveButton, showEntrance } from "./session.js";
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
    show(
      el(
        "div",
        { class: "start" },
        el(
          "main",
          {},
          el("p", { text: TEXTS.line.gone }),
          button(TEXTS.line.retry, () => void startDemo(), { class: "primary" }),
        ),
      ),
    );
    return;
  }
  let close = () => undefined;
  const route = () => {
    close();
    close = () => undefined;
    const persona = personas.find(({ id }) => `#${id}` === location.hash);
    document.title = persona === undefined ? TEXTS.title : `${persona.name} · ${TEXTS.title}`;
    if (persona === undefined) showChooser(personas);
    else close = openChat({ ...persona, key: persona.id, persona: persona.id }, backToChooser(), route);
  };
  window.addEventListener("hashchange", route);
  route();
}

const backToChooser = () =>
  el("a", {
    class: "bar-button",
    href: "#",
    text: TEXTS.chooser.switch,
    "aria-label": TEXTS.chooser.leaveChat,
  });

/** The real service: a session of this browser, opened once and kept until it is left. */
function startService() {
  const enter = ({ name = TEXTS.title }) => {
    const who = { key: "me", persona: undefined, name, role: "guest", org: TEXTS.place };
    // A code opens a session of its own, never the one that is open: who knows who else holds its cookie.
    const changed = (session) => {
      close();
      entered(session);
    };
    const close = openChat(
      who,
      leaveButton(() => leave(close)),
      () => leave(close),
      changed,
    );
  };
  const entered = (session) => {
    // A used code in the address would only puzzle whoever reloads the page.
    history.replaceState(null, "", location.pathname);
    keep("session", session);
    enter(session);
  };
  const leave = (close) => {
    close();
    keep("session", null);
    showEntrance(entered);
  };
  const session = recall("session", null);
  if (session === null || codeInLink() !== "") showEntrance(entered);
  else enter(session);
}
