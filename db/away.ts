/**
 * True where the other side is away, and nothing is wrong with what was asked of it: the connection was not made, or
 * has ended, or nobody is let in just then. Such a failure is held against no message. `error` is the driver's, alone
 * or inside one that names the statement.
 */
export function isAway(error: unknown): boolean {
  const own = ownError(error);
  // Several addresses were tried.
  if (own instanceof AggregateError) return own.errors.length > 0 && own.errors.every(isAway);
  if (own instanceof Error && "syscall" in own && own.syscall === "connect") return true;
  const code = codeOf(error);
  return AWAY.has(code) || AWAY.has(code.slice(0, 2)) || TLS.test(code);
}

/** The code of the driver's error; empty where it has none. */
export function codeOf(error: unknown): string {
  const own = ownError(error);
  return own instanceof Error && "code" in own && typeof own.code === "string" ? own.code : "";
}

const ownError = (error: unknown): unknown =>
  error instanceof Error && error.cause !== undefined ? error.cause : error;

// SQLSTATE classes: 08 connection, 28 who we are is not known there (yet: after a change of the password, or of the
// server), 40 rollback (deadlock, serialization), 53 resources (disk full), 57 operator (restart, not up yet), 58 the
// server's own disk. 3D000: the database is not there (yet). 25P03 ends a transaction that stood idle for too long,
// 25006 says that the server is the copy of another one, as after a failover.
const SERVER = "08 28 40 53 57 58 3D000 25P03 25006";
const DRIVER =
  "CONNECTION_CLOSED CONNECTION_ENDED CONNECTION_DESTROYED CONNECT_TIMEOUT SASL_SIGNATURE_MISMATCH";
// No route, no name, no descriptor left.
const SYSTEM =
  "ECONNREFUSED ECONNRESET ECONNABORTED ENOTFOUND EAI_AGAIN EAI_FAIL EAI_MEMORY EAI_NODATA EAI_SYSTEM EHOSTUNREACH " +
  "EHOSTDOWN ENETUNREACH ENETDOWN ENETRESET ENOTCONN ETIMEDOUT ENOENT EPIPE EADDRNOTAVAIL EMFILE ENFILE ENOBUFS EPROTO";
const AWAY = new Set([SERVER, DRIVER, SYSTEM].flatMap((codes) => codes.split(" ")));
// A certificate that has run out or is another's, a handshake that failed.
const TLS =
  /^(?:ERR_(?:TLS|SSL)_|CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)/u;
