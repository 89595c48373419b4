import type { Act } from "#src/domain/act.ts";
import type { AttachmentRef } from "#src/message/inbound.ts";

/** A reply as words and things to tap, before choices get their ids. */
export type Rendered = {
  readonly text: string;
  readonly choices: readonly RenderedChoice[];
  /** Menus may be tapped again; a card that acts is used up by its first tap. */
  readonly reusable?: boolean;
  /** The number people say to each other, where the message is about one. */
  readonly number?: string;
  /** Files that go with it, where the channel shows them. */
  readonly files?: readonly AttachmentRef[];
};

/** A button: its words, and what a tap on it asks for. */
export type RenderedChoice = { readonly label: string; readonly act: Act };

/** A message of these lines; what is false is left out. */
export const words = (...lines: readonly (string | false)[]): Rendered => ({
  text: lines.filter((line) => line !== false).join("\n"),
  choices: [],
});

/** A tap that says words. */
export const says = (label: string, text = label): RenderedChoice => ({ label, act: { do: "say", text } });
