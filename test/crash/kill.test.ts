import { expect, test } from "vitest";
import { judge, runKill } from "#bench/kill/run.ts";

test("500 messages while the service is killed: nothing lost, nothing twice, every answer in order", async () => {
  const figures = await runKill(
    { messages: 500, perSecond: 200, deputies: 100, kills: 3, processes: 1, restartPostgres: true },
    () => undefined,
  );
  judge(figures);
  expect(figures["messages"]).toBeGreaterThanOrEqual(500);
  expect(figures).toMatchObject({
    kills: 3,
    postgresRestarts: 1,
    recordsLost: 0,
    recordsDoubled: 0,
    stopCode: 0,
  });
  expect(figures["stopMs"]).toBeLessThan(5_000);
}, 120_000);
