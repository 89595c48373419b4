import { afterAll, expect } from "vitest";
import { leaksFound } from "./leaks.ts";
import { misdatedFound } from "./misdated.ts";

// Around every test file: nobody's words, numbers or secrets came into any log, figure or error, whatever was tested;
// `search-written.ts` looks at all of it once more when the run ends.
afterAll(() => expect(leaksFound()).toEqual([]));

// And no date of another year was sent to anybody without its year.
afterAll(() => expect(misdatedFound()).toEqual([]));
