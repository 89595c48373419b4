import { expect, test } from "vitest";
import { callsFinding } from "#src/cli/lvzhi/calls-finding.ts";
import { readConfig } from "#src/compose/config.ts";

const REAL = { DEMO: "0", FIELD_KEY: "k".repeat(32) };

test("the operator reads whom the service calls by its settings, for the firewall in front of it", () => {
  expect(callsFinding(readConfig({ DEMO: "1" })).says).toBe("out to nobody: a firewall may let nothing out");
  const { says } = callsFinding(
    readConfig({
      ...REAL,
      DATABASE_URL: "postgres://lvzhi:secret@db.example.cn/lvzhi",
      MODEL_URL: "http://10.0.0.9:8080/v1",
      MODEL_NAME: "m",
      CLAMD_ADDRESS: "scanner:3310",
      TELEGRAM_TOKEN: "123456:abcdefghijklmnopqrstuvwx",
      ALLOW_OVERSEAS_CHANNEL: "1",
      OVERSEAS_DECISION: "乌常办〔2026〕3号 2026-03-01",
    }),
  );
  expect(says).toBe(
    "out to db.example.cn:5432, api.telegram.org:443, scanner:3310, 10.0.0.9:8080 only: let a firewall allow that and nothing else",
  );
});
