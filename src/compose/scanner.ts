import { connect, type Socket } from "node:net";
import { Fault } from "#src/kernel/fault.ts";

/** What a scanner says of a file. */
export type Verdict = "clean" | "infected";

/** Looks at the bytes of a file. Throws `scanner.away` where nobody can say. */
export type Scan = (bytes: Buffer) => Promise<Verdict>;

const LONGEST_ANSWER = 4_096;

/**
 * A scanner behind an address of clamd's: a socket's path, or host:port. Files go there as INSTREAM (clamd(8)) and
 * nowhere else. Whoever does not answer within `timeoutMs`, or with anything but OK or FOUND, is away: an unscanned
 * file is not taken.
 */
export function createScanner(address: string, timeoutMs = 20_000): Scan {
  const open = (): Socket => {
    if (address.startsWith("/")) return connect(address);
    const at = address.lastIndexOf(":");
    return connect(Number(address.slice(at + 1)), address.slice(0, at));
  };
  return async (bytes) => {
    const answer = await ask(open(), bytes, timeoutMs).catch((cause: unknown) => {
      throw new Fault("scanner.away", "The file scanner does not answer: see CLAMD_ADDRESS.", { cause });
    });
    if (/^stream: OK\0?$/u.test(answer)) return "clean";
    if (/ FOUND\0?$/u.test(answer)) return "infected";
    throw new Fault("scanner.away", "The file scanner refuses: its StreamMaxLength must be 10 MB or more.");
  };
}

async function ask(socket: Socket, bytes: Buffer, timeoutMs: number): Promise<string> {
  const timer = setTimeout(() => socket.destroy(new Error("timeout")), timeoutMs);
  try {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    const parts = bytes.length === 0 ? [] : [length, bytes];
    socket.write(Buffer.concat([Buffer.from("zINSTREAM\0"), ...parts, Buffer.alloc(4)]));
    let answer = "";
    for await (const chunk of socket) {
      answer += String(chunk);
      if (answer.length > LONGEST_ANSWER || answer.endsWith("\0")) break;
    }
    return answer;
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}
