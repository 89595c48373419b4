import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";

/** Encrypts what is stored: message texts, drafts, outgoing texts, files, notes. */
export type Vault = {
  readonly seal: (text: string) => Buffer;
  readonly sealBytes: (bytes: Uint8Array) => Buffer;
  /** Throws when the bytes were changed or sealed with another key. */
  readonly open: (bytes: Uint8Array) => string;
  readonly openBytes: (bytes: Uint8Array) => Buffer;
  /** A keyed hash: the same text gives the same 16 unguessable characters. */
  readonly fingerprint: (text: string) => string;
  /** The same of 132 bits, for what opens or does something: the ids behind buttons and files, and codes as they are kept. */
  readonly token: (text: string) => string;
  /** The same, whole: 256 bits, for what must be vouched for. */
  readonly mac: (text: string) => string;
};

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

// Made once, a key object costs a third of what bytes cost that are made a key again for each value.
const deriveKey = (fieldKey: string, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync("sha256", fieldKey, "lvzhi", purpose, 32)));

/** A vault over one field key: AES-256-GCM, a random nonce for each value; layout: version, nonce, tag, ciphertext. */
export function createVault(fieldKey: string): Vault {
  const key = deriveKey(fieldKey, "field-encryption");
  const hashKey = deriveKey(fieldKey, "fingerprint");
  const sealBytes = (bytes: Uint8Array): Buffer => {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv("aes-256-gcm", key, nonce);
    // A mode of a stream: nothing is left for the end. Copied once, for it may be ten megabytes.
    const body = cipher.update(bytes);
    cipher.final();
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
  };
  const openBytes = (bytes: Uint8Array): Buffer => {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(1, 1 + NONCE));
    decipher.setAuthTag(bytes.subarray(1 + NONCE, 1 + NONCE + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE + TAG)), decipher.final()]);
  };
  const hashed = (text: string): string => createHmac("sha256", hashKey).update(text).digest("base64url");
  return {
    seal: (text) => sealBytes(Buffer.from(text, "utf8")),
    sealBytes,
    open: (bytes) => openBytes(bytes).toString("utf8"),
    openBytes,
    fingerprint: (text) => hashed(text).slice(0, 16),
    token: (text) => hashed(text).slice(0, 22),
    mac: hashed,
  };
}
