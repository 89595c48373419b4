import type { OutboundMessage } from "#src/message/outbound.ts";
import type { Person } from "./city.ts";

/** What somebody was told of one kind. */
export const heardOf = (person: Person, kind: string): OutboundMessage[] =>
  person.heard().filter((one) => one.kind === kind);

/** All that is answered to a line, as one text. */
export const answerTo = async (person: Person, said: string): Promise<string> =>
  textOf(await person.says(said));

/** What somebody is told while somebody else speaks, as one text. */
export async function toldWhile(person: Person, work: () => Promise<unknown>): Promise<string> {
  const before = person.heard().length;
  await work();
  return textOf(person.heard().slice(before));
}

const textOf = (messages: readonly OutboundMessage[]): string => messages.map((one) => one.text).join("\n");
