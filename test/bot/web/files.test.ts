import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startService, type Started } from "#test/support/started.ts";
import { ask, read } from "#test/support/web-person.ts";

let house: Started;
beforeAll(async () => {
  house = await startService();
});
afterAll(() => house.close());

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
function form(parts: readonly (readonly [string, string | Blob, string?])[]): FormData {
  const data = new FormData();
  for (const [name, value, file] of parts) {
    if (typeof value === "string") data.append(name, value);
    else data.append(name, value, file ?? "file");
  }
  return data;
}

const upload = (body: FormData, query = "") => ask(house.url, "POST", `/api/chat/files${query}`, body);
const png = new Blob([PNG], { type: "image/png" });

describe("a file to send", () => {
  test("is 201 with its id, name, type and size, whichever part of the form comes first", async () => {
    const first = await upload(
      form([
        ["persona", "liming"],
        ["file", png, "现场.png"],
      ]),
    );
    expect(first).toMatchObject({
      status: 201,
      body: { name: "现场.png", type: "image/png", size: PNG.length },
    });
    expect(Object.keys(first.body).sort()).toEqual(["id", "name", "size", "type"]);
    expect(
      (
        await upload(
          form([
            ["file", png],
            ["persona", "liming"],
          ]),
        )
      ).status,
    ).toBe(201);
    expect((await upload(form([["file", png]]), "?persona=liming")).status).toBe(201);
  });

  test("can be read by its sender alone, as what it is", async () => {
    const { body } = await upload(
      form([
        ["persona", "liming"],
        ["file", png, "a.png"],
      ]),
    );
    const mine = await fetch(`${house.url}/api/chat/files/${String(body["id"])}?persona=liming`);
    expect(mine.headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await mine.arrayBuffer()).equals(PNG)).toBe(true);
    for (const persona of ["wangfang", "officer", "nobody", ""])
      expect(
        (await ask(house.url, "GET", `/api/chat/files/${String(body["id"])}?persona=${persona}`)).status,
      ).toBe(404);
    expect((await ask(house.url, "GET", "/api/chat/files/none?persona=liming")).status).toBe(404);
  });

  test("goes with a message of its sender, not with somebody else's", async () => {
    const { body } = await upload(
      form([
        ["persona", "liming"],
        ["file", png, "a.png"],
      ]),
    );
    const post = (persona: string) =>
      ask(house.url, "POST", "/api/chat/messages", { persona, id: randomUUID(), attachments: [body["id"]] });
    expect((await post("wangfang")).status).toBe(404);
    expect((await post("liming")).status).toBe(202);
    expect(await read(house.url, "liming", 0, 10_000)).not.toHaveLength(0);
  });

  test.each([
    ["a script that calls itself a picture", "<script>alert(1)</script>", "a.png"],
    ["an SVG", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "a.svg"],
    ["a page", "<!doctype html>", "a.pdf"],
    ["a plain archive", "PK\u0003\u0004nothing", "a.docx"],
    ["nothing at all", "", "a.jpg"],
    ["a photo as iPhones keep it", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "IMG_0001.HEIC"],
  ])("%s is 415 in words", async (_what, content, name) => {
    const answer = await upload(
      form([
        ["persona", "liming"],
        ["file", new Blob([content]), name],
      ]),
    );
    expect(answer).toMatchObject({ status: 415, body: { error: "file-kind" } });
    expect(answer.body["message"]).toContain("照片");
    expect(answer.body["message"]).toContain("苹果手机的照片收不了时\uFF0C请截屏再发");
  });

  test("of more than 10 MB is 413, of 10 MB is taken", async () => {
    const sized = (bytes: number) => new Blob([PNG, Buffer.alloc(bytes - PNG.length)]);
    const most = 10 * 1024 * 1024;
    const over = await upload(
      form([
        ["persona", "liming"],
        ["file", sized(most + 1)],
      ]),
    );
    expect(over).toMatchObject({ status: 413, body: { error: "file-too-large" } });
    expect(
      (
        await upload(
          form([
            ["persona", "liming"],
            ["file", sized(most)],
          ]),
        )
      ).status,
    ).toBe(201);
  });

  test("from nobody, without a file, two at once, or not as a form is refused", async () => {
    expect(
      (
        await upload(
          form([
            ["persona", "nobody"],
            ["file", png],
          ]),
        )
      ).status,
    ).toBe(404);
    expect((await upload(form([["persona", "liming"]]))).status).toBe(400);
    expect(
      (
        await upload(
          form([
            ["persona", "liming"],
            ["file", png],
            ["file", png],
          ]),
        )
      ).status,
    ).toBe(413);
    expect((await ask(house.url, "POST", "/api/chat/files", { persona: "liming" })).status).toBe(400);
  });

  test("keeps no folder in its name and nothing a header could be split with", async () => {
    const { body } = await upload(
      form([
        ["persona", "liming"],
        ["file", png, '../../etc/"x"\u202e.png'],
      ]),
    );
    expect(body["name"]).not.toMatch(/[/\\"]/u);
    const answer = await ask(house.url, "GET", `/api/chat/files/${String(body["id"])}?persona=liming`);
    expect(answer.status).toBe(200);
  });
});
