import { afterEach, beforeEach, describe, test } from "vitest";
import { type Clause, CLAUSES, PROOFS, type Stage } from "#test/support/channel-contract.ts";
import { expectBlock } from "#test/support/doc-block.ts";
import { COLUMNS } from "#test/support/stages/columns.ts";
import { contractTable } from "#test/support/contract-table.ts";

const clauses = Object.keys(CLAUSES) as Clause[];

describe.each(COLUMNS)("$name", ({ open, cannot }) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await open();
  });
  afterEach(() => stage.close());

  test.each(
    clauses
      .filter((clause) => cannot[clause] === undefined)
      .map((clause) => [CLAUSES[clause], clause] as const),
  )("%s", (_sentence, clause) => PROOFS[clause](stage));
});

test("docs/channels.md shows this table", () => {
  expectBlock("docs/channels.md", "contract", contractTable());
});
