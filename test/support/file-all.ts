import type { City } from "./city.ts";

/** Who has told of what, one after the other, each said yes to. */
export async function fileAll(
  city: City,
  told: readonly (readonly [name: string, line: string])[],
): Promise<void> {
  for (const [name, line] of told) {
    await city.person(name).says(line);
    await city.person(name).says("对");
  }
}
