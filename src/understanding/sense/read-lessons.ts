import { readFileSync } from "node:fs";
import type { Example } from "./learn.ts";

/**
 * Short ways of saying what a message may want, written for the purpose: intent, kind or question, phrases. A line
 * that begins with `kind` teaches which duty is told, not that one is told; one that begins with
 * `aside`, what is no matter of residents beside a record or an opinion. In phrases 甲 is any deputy, 地 any known
 * place and 9 any number. Throws where a line has no phrases.
 */
export function readLessons(): Example[] {
  const table = readFileSync(new URL("../words/lessons.tsv", import.meta.url), "utf8");
  return table
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [intent = "", detail = "", phrases = ""] = line.split("\t");
      if (phrases === "") throw new Error(`no lesson: ${line.slice(0, 40)}`);
      return phrases
        .split("|")
        .map((text): Example => ({ text, people: [], places: [], ...meant(intent, detail) }));
    });
}

const meant = (intent: string, detail: string): Omit<Example, "text" | "people" | "places"> => ({
  ...(intent === "aside" ? { matter: "none" } : { intent }),
  ...(intent === "aside" || intent === "kind" ? {} : { records: intent === "report" ? "one" : "none" }),
  ...(["report", "kind"].includes(intent) && detail !== "" ? { kind: detail } : {}),
  ...(intent === "report" ? { voices: "none" } : intent === "opinion" ? { voices: "some" } : {}),
  ...(intent === "query" && detail !== "" ? { query: detail } : {}),
});
