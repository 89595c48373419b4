import { storageKey } from "./api.js";
import { keep, recall } from "./store.js";

const CIPHER = "AES-GCM";
const NONCE = 12;
const SEALED = "sealed:";

const NOTHING = { read: () => Promise.resolve(), change: () => undefined };

/**
 * What this browser keeps of a conversation, sealed under a key that the service gives to its session and that stays in
 * memory: whoever looks into the browser's storage, now or after the session has ended, reads nothing. Throws as the
 * request for the key does.
 */
export async function openSealed(persona) {
  // Without https a browser has no ciphers: then the page remembers for as long as it is open.
  if (crypto.subtle === undefined) return NOTHING;
  const { key } = await storageKey(persona);
  const lock = await crypto.subtle.importKey("raw", toBytes(key), CIPHER, false, ["encrypt", "decrypt"]);
  const read = async (name) => {
    const kept = recall(name, undefined);
    return typeof kept === "string" && kept.startsWith(SEALED) ? open(lock, kept) : kept;
  };
  return {
    /** What is kept under a name; undefined for nothing, and for what another session kept. */
    read,
    /** Puts what `make` makes of what is kept in its place, one after another, whichever tab asks. */
    change: (name, make) =>
      alone(`lvzhi.${name}`, async () => keep(name, await seal(lock, make(await read(name))))),
  };
}

const alone = (name, work) => (navigator.locks === undefined ? work() : navigator.locks.request(name, work));

async function seal(lock, value) {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE));
  const words = new TextEncoder().encode(JSON.stringify(value ?? null));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: CIPHER, iv }, lock, words));
  return `${SEALED}${toText(iv)}${toText(sealed)}`;
}

async function open(lock, kept) {
  try {
    const bytes = toBytes(kept.slice(SEALED.length));
    const iv = bytes.slice(0, NONCE);
    const words = await crypto.subtle.decrypt({ name: CIPHER, iv }, lock, bytes.slice(NONCE));
    return JSON.parse(new TextDecoder().decode(words)) ?? undefined;
  } catch {
    return undefined;
  }
}

// Twelve bytes are sixteen letters without padding: two pieces stand behind each other.
const toText = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
const toBytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
