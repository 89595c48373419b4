import { describe, expect, test } from "vitest";
import { cleanCell, findCellDay, findCellPhone } from "#src/domain/roster/clean-cell.ts";

describe("cells as people leave them", () => {
  test.each([
    ["李 明", "李明"],
    ["\u3000李\u3000明 ", "李明"],
    ["\ufeff李明\u200b", "李明"],
    ["李明\n", "李明"],
    ["\u202a李明\u202c", "李明"],
    ["欧阳·小川", "欧阳·小川"],
    ["第 12 选区", "第 12 选区"],
    ["Ｄ００１", "D001"],
  ])("%j is %j", (text, wanted) => {
    expect(cleanCell(text)).toBe(wanted);
  });

  test.each([
    "2021-12-20",
    "2021/12/20",
    "2021.12.20",
    "2021年12月20日",
    "20211220",
    "44550",
    "44550.0",
    "2021-12-20 00:00:00",
    "2021/12/20 0:00",
    "２０２１－１２－２０",
    "2021—12—20",
    "2021-12-20T00:00:00.000Z",
  ])("%s is the twentieth of December", (text) => {
    expect(findCellDay(cleanCell(text))).toBe("2021-12-20");
  });

  test.each(["2021-12", "2021年12月", "12月20日", "2021-02-29", "20211320", "昨天", "21-12-20", "1220"])(
    "%s is no day",
    (text) => {
      expect(findCellDay(text)).toBeNull();
    },
  );

  test.each([
    ["138 0000 0000", "13800000000"],
    ["+86-13800000000", "13800000000"],
    ["0851-86841234", "085186841234"],
    ["1380000", "1380000"],
    ["12345", null],
    ["李明", null],
  ])("telephone %s: %s", (text, wanted) => {
    expect(findCellPhone(text)).toBe(wanted);
  });
});
