import { Refused, showNumber } from "./api.js";
import { button, el, show } from "./dom.js";
import { startHead } from "./start-head.js";
import { TEXTS } from "./texts.js";

/** Squares of white around the picture, without which no camera finds it. */
const MARGIN = 4;
const SQUARE_PX = 6;

/** The number that was typed, or null for what is none. */
const numberIn = (field) =>
  /^\d{6}$/u.exec(field.value.normalize("NFKC").replaceAll(/\s/gu, ""))?.[0] ?? null;

const numberField = () =>
  el("input", {
    id: "factor",
    inputmode: "numeric",
    autocomplete: "one-time-code",
    maxlength: 12,
    spellcheck: "false",
  });

// What becomes of a form with a number: `enter` takes it and throws where it is no good, and `wrong` says why.
const submitting = (field, wrong, enter) => async (event) => {
  event.preventDefault();
  const number = numberIn(field);
  if (number === null) {
    wrong.textContent = TEXTS.session.factorMissing;
    return;
  }
  try {
    await enter(number);
  } catch (error) {
    wrong.textContent = error instanceof Refused ? error.message : TEXTS.line.gone;
  }
};

/** Asks for the number in the chat, over it; `shown` follows once it was taken. */
export function askAgain(shown) {
  const words = TEXTS.session;
  const wrong = el("p", { class: "wrong", role: "alert" });
  const field = numberField();
  const enter = async (number) => {
    await showNumber(number);
    dialog.close();
    shown();
  };
  const submit = submitting(field, wrong, enter);
  const form = el(
    "form",
    { class: "ask-number", onsubmit: (event) => void submit(event) },
    el("label", { for: "factor", text: words.factorNumber }),
    field,
    wrong,
    el("button", { type: "submit", class: "primary", text: words.factorOk }),
    button(words.factorNo, () => dialog.close(), { class: "plain" }),
  );
  const dialog = el("dialog", { class: "ask", onclose: () => dialog.remove() }, form);
  document.body.append(dialog);
  dialog.showModal();
}

/**
 * Asks for the number of the authenticator; `wish` is what the service answered to the code: `{factor: "number"}`, or
 * the secret of an authenticator that is to be set up first. `enter` takes the number and throws where it is no good.
 */
export function showFactor(wish, { enter, back }) {
  const words = TEXTS.session;
  const isNew = wish.factor === "set-up";
  const wrong = el("p", { class: "wrong", role: "alert" });
  const field = numberField();
  const submit = submitting(field, wrong, enter);
  const form = el(
    "form",
    { class: "entrance", onsubmit: (event) => void submit(event) },
    ...(isNew ? setUp(wish) : []),
    el("label", { for: "factor", text: isNew ? words.setUpNumber : words.factorNumber }),
    field,
    el("button", { type: "submit", class: "primary", text: words.factorEnter }),
    wrong,
    isNew ? null : el("p", { text: words.factorLost }),
    button(words.factorBack, back, { class: "plain" }),
  );
  const heading = isNew ? words.setUpHeading : words.factorHeading;
  show(el("div", { class: "start" }, startHead(), el("main", {}, el("h2", { text: heading }), form)));
}

const setUp = ({ secret, address, squares }) => {
  const words = TEXTS.session;
  return [
    el("p", { text: words.setUpWhy }),
    el("p", { text: words.setUpScan }),
    picture(squares),
    el("p", { text: words.setUpType }),
    el("p", { class: "secret", text: secret.replaceAll(/(.{4})(?=.)/gu, "$1 ") }),
    el("a", { class: "set-up-here", href: address, text: words.setUpOpen }),
  ];
};

// Drawn here, so that the secret is in no picture that is loaded or kept.
function picture(squares) {
  const size = (squares.length + 2 * MARGIN) * SQUARE_PX;
  const canvas = el("canvas", {
    class: "scan",
    width: size,
    height: size,
    role: "img",
    "aria-label": TEXTS.session.setUpPicture,
  });
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, size, size);
  pen.fillStyle = "#000";
  for (const [y, row] of squares.entries())
    for (const [x, square] of [...row].entries())
      if (square === "1")
        pen.fillRect((x + MARGIN) * SQUARE_PX, (y + MARGIN) * SQUARE_PX, SQUARE_PX, SQUARE_PX);
  return canvas;
}
