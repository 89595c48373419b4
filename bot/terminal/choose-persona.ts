import { TERMINAL_TEXTS } from "#src/text/terminal.ts";
import type { Persona } from "../web/ports.ts";

/** Somebody of the cast by number, name or id. */
export function findPersona(personas: readonly Persona[], said: string): Persona | undefined {
  const word = said.trim();
  return (
    personas.find(({ id, name }) => word === id || word === name) ??
    (/^\d{1,3}$/u.test(word) ? personas[Number(word) - 1] : undefined)
  );
}

/** Shows the cast and asks until somebody of it is named; undefined when the input ends first. */
export async function choosePersona(
  personas: readonly Persona[],
  lines: AsyncIterator<string>,
  write: (text: string) => void,
): Promise<Persona | undefined> {
  const list = personas.map(({ name, org }, index) => `${String(index + 1).padStart(3)} ${name} ${org}`);
  write(`${[...list, TERMINAL_TEXTS.whom].join("\n")}\n`);
  for (;;) {
    const line = await lines.next();
    if (line.done === true) return undefined;
    const found = findPersona(personas, line.value);
    if (found !== undefined) return found;
    write(`${TERMINAL_TEXTS.unknown}\n`);
  }
}
