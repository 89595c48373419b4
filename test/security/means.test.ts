import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

// What the program does not do is seen in what it is written in.
const read = (file: string): string => readFileSync(file, "utf8");
const PROGRAM = globSync("{src,bot,jobs,db}/**/*.{ts,js}").filter((file) => !file.includes("db/demo/"));
const PAGE = globSync("bot/web/page/*.{js,html}");
const where = (word: RegExp, files = PROGRAM): string[] =>
  files.filter((file) => word.test(read(file))).sort();

/** Means that nothing uses, or these files only. */
const MEANS: readonly (readonly [what: string, word: RegExp, files: readonly string[]])[] = [
  ["code made of words", /\beval\(|new Function\(|\bvm\b.*from "node:vm"|setTimeout\("/u, []],
  ["markup made of words", /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\.srcdoc/u, []],
  ["a shell", /\bexec(?:Sync)?\b[^;]*"node:child_process"|shell: true/u, []],
  ["trust in any certificate", /rejectUnauthorized: false|TLS_REJECT_UNAUTHORIZED/u, []],
  [
    "hashes that are broken, ciphers without a seal",
    /["'](?:md5|sha1|des|rc4|aes-\d+-(?:ecb|cbc))["']/iu,
    // HMAC-SHA-1 as RFC 6238 has it: the apps on people's telephones know no other.
    ["src/identify/totp.ts"],
  ],
  ["objects out of other formats than JSON", /v8.*deserialize|node-serialize|yaml\.load\(/u, []],
  ["tokens kept where scripts read them", /document\.cookie/u, []],
];

describe.each(MEANS)("%s", (_what, word, files) => {
  test("is used nowhere else", () => {
    expect(where(word)).toEqual(files);
  });
});

test("messages between windows, sockets, workers of the page: there are none", () => {
  expect(where(/postMessage|new WebSocket|new Worker\(|importScripts/u, PAGE)).toEqual([]);
});

test("a statement that is put together by hand holds nothing that people sent", () => {
  // Column types out of the schema, a number of lines that the program names, the embedded server's own commands, and a
  // statement that is never sent, for the class of the driver's queries.
  expect(where(/sql\.raw\(|\.unsafe\(/u)).toEqual([
    "db/embedded.ts",
    "db/mend-type-query.ts",
    "db/queries/figures/counted-lines.ts",
    "db/queries/sealed.ts",
  ]);
});

test("chance that must not be guessed comes from the operating system", () => {
  const users = where(/Math\.random/u);
  expect(users).toEqual(["src/cli/chat.ts", "src/compose/release-at.ts", "src/compose/run.ts"]);
  // There it is handed to the pauses between tries, and to nothing else.
  expect(where(/\brandom\(\)/u).filter((file) => /sessions|invite|vault|bind|files/u.test(file))).toEqual([]);
});

test("no call to another server follows where it is sent on to", () => {
  const calls = PROGRAM.filter((file) => !file.includes("/page/")).flatMap((file) =>
    [...read(file).matchAll(/\bfetch\([^;]*/gu)]
      .map(([call]) => call)
      .filter((call) => !/:/u.test(call.slice(0, 9))),
  );
  expect(calls.length).toBeGreaterThan(0);
  expect(calls.filter((call) => !/redirect: "(?:error|manual)"/u.test(call))).toEqual([]);
});

test("what calls out are these places, each to an address that a setting names and nobody sends", () => {
  const opens =
    /\bfetch\(|WechatyBuilder\.build|new (?:Api|Bot|WebSocket)\(|(?<![\^\w])postgres\(|import (?!type)[^;]*\b(?:connect|request|createConnection|createSocket|Agent)\b[^;]*from "(?:node:(?:net|tls|https?|http2|dgram)|undici)"/u;
  const callers = where(opens).filter((file) => !file.includes("/page/"));
  expect(callers).toEqual([
    "bot/telegram/client.ts", // TELEGRAM_API_ROOT
    "bot/wechat/session.ts", // WECHATY_PUPPET
    "db/client.ts", // DATABASE_URL
    "src/cli/lvzhi/examine-entrance.ts", // PUBLIC_URL
    "src/compose/scanner.ts", // CLAMD_ADDRESS
    "src/model/second-reader.ts", // MODEL_URL
  ]);
});

test("the page loads nothing from anywhere else, and sends nowhere else", () => {
  expect(where(/https?:\/\/(?!www\.w3\.org)|\/\/cdn/u, PAGE)).toEqual([]);
});

test("what the page keeps in the browser is under its own name, in one place", () => {
  expect(where(/localStorage|sessionStorage|indexedDB/u)).toEqual(["bot/web/page/store.js"]);
});

test("versions are exact, and the lock file names where each package came from and its hash", () => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(read("package.json")) as Record<
    string,
    Record<string, string>
  >;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version),
  );
  expect(loose).toEqual([]);
  const { packages } = JSON.parse(read("package-lock.json")) as {
    packages: Record<string, { resolved?: string; integrity?: string; link?: boolean; inBundle?: boolean }>;
  };
  const unsealed = Object.entries(packages).filter(
    ([name, one]) => name !== "" && one.inBundle !== true && one.integrity === undefined,
  );
  expect(unsealed.map(([name]) => name)).toEqual([]);
});
