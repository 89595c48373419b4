import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import { nearNames } from "#src/domain/near-names.ts";

const KINDS = Object.values(DUTY_KINDS).flatMap(({ name }) => [name.slice(0, 2), name]);

/**
 * The word that somebody may have meant who mistyped a kind of duty or a place; undefined where none is near. Names of
 * people are not among them: whose they are must not be told by the answer.
 */
export const nearWord = (said: string, places: readonly string[]): string | undefined =>
  nearNames(said, [...KINDS, ...places])[0];
