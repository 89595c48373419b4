import { afterAll, expect } from "vitest";
import { leaksFound } from "./leaks.ts";

// Around every test file: nobody's words, numbers or secrets came into any log, figure or error, whatever was tested;
// `search-written.ts` looks at all of it once more when the run ends.
afterAll(() => expect(leaksFound()).toEqual([]));
