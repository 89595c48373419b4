import { afterAll, expect } from "vitest";
import { leaksFound } from "./leaks.ts";

// Around every test file: nobody's words, numbers or secrets came into any log, whatever was tested.
afterAll(() => expect(leaksFound()).toEqual([]));
