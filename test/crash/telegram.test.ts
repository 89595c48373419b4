import { expect, test } from "vitest";
import { judge, runKill } from "#bench/kill/run.ts";

test.each(["telegram-polling", "telegram-webhook"] as const)(
  "%s: nothing lost, nothing twice, every answer in order while the service is killed",
  async (channel) => {
    const figures = await runKill(
      { messages: 60, perSecond: 12, deputies: 30, kills: 2, processes: 1, restartPostgres: false, channel },
      () => undefined,
    );
    judge(figures);
    expect(figures["messages"]).toBeGreaterThanOrEqual(60);
    expect(figures).toMatchObject({ kills: 2, recordsLost: 0, recordsDoubled: 0, repliesMissing: 0 });
  },
  180_000,
);
