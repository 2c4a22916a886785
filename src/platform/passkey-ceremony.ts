/**
 * The passkey ceremony: a page of ours asks an authenticator for the output of its PRF (WebAuthn Level 3
 * §10.1.4). The output alone counts. Nobody verifies a signature, so the challenge is random and forgotten.
 *
 * Chromium takes the extension's own id for the relying party where none is named, so no website can ask for
 * the credential. Firefox wants a website's host: docs/decisions/0007-passkeys-in-chromium-only.md.
 */
import { toBase64Url } from "../core/base64url.ts";
import { type Bytes, randomBytes, wipe } from "../core/bytes.ts";
import { fail, ok, type Result } from "../core/errors.ts";
import { PASSKEY_SALT_BYTES, type Passkey, type PasskeyAnswer } from "../core/sealed/slots/passkey-slot.ts";
import { log } from "./log.ts";

/**
 * `not-answered`: cancelled, too late, or no authenticator here has it; browsers do not tell which.
 * `no-prf`: there is no output, so it could not unlock anything. `busy`: another ceremony of this page waits.
 */
export type PasskeyFailure =
  | "not-answered"
  | "already-there"
  | "no-authenticator"
  | "no-prf"
  | "busy"
  | "failed";

/** `ended`: nobody waits for the answer any more. What came all the same is wiped. */
export type PasskeyReply = Result<PasskeyAnswer, PasskeyFailure | "ended">;

/** `signal`: the caller's. Aborting it also closes the browser's question. */
export type PasskeyCeremony = {
  /** Makes a passkey where none of these is, and asks it for its answer to a fresh salt. */
  create(known: readonly Uint8Array[], signal: AbortSignal): Promise<PasskeyReply>;
  /** Asks for any one of these, each with its own salt. */
  ask(passkeys: readonly Passkey[], signal: AbortSignal): Promise<PasskeyReply>;
};

/** How long an authenticator may wait for its user. */
const TIMEOUT_MS = 60_000;
/** ES256, EdDSA, RS256: what authenticators have. The signature is not used. */
const ALGORITHMS = [-7, -8, -257];
const USER_ID_BYTES = 16;

/** A domain of the project's own would stand here, as an optional permission. Null: the browser has no way. */
function relyingParty(): { id?: string } | null {
  return __BROWSER__ === "chrome" ? {} : null;
}

function failureOf(reason: unknown): PasskeyFailure {
  switch (reason instanceof DOMException ? reason.name : "") {
    case "NotAllowedError":
    case "AbortError":
      return "not-answered";
    case "InvalidStateError":
      return "already-there";
    case "NotSupportedError":
    case "ConstraintError":
      return "no-authenticator";
    default:
      log("act-failed", reason);
      return "failed";
  }
}

/** The browser's own bytes are wiped once they are copied. */
function outputOf({ prf }: AuthenticationExtensionsClientOutputs): Bytes | null {
  const first = prf?.results?.first;
  if (first === undefined) return null;
  const given = ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength)
    : new Uint8Array(first);
  const output = given.slice();
  wipe(given);
  return output;
}

const credentialOf = (credential: Credential | null) =>
  credential instanceof PublicKeyCredential ? credential : null;

type Party = { id?: string };

async function ask(
  { id }: Party,
  passkeys: readonly Passkey[],
  signal: AbortSignal,
): Promise<Result<PasskeyAnswer, PasskeyFailure>> {
  // Browsers take an empty list for any passkey of ours, also one that was removed here.
  if (passkeys.length === 0) return fail("not-answered");
  const byId = (credentialId: string) =>
    passkeys.find((passkey) => toBase64Url(passkey.credentialId) === credentialId);
  const salts = passkeys.map(({ credentialId, salt }) => [
    toBase64Url(credentialId),
    { first: salt.slice() },
  ]);
  const given = await navigator.credentials.get({
    signal,
    publicKey: {
      ...(id === undefined ? {} : { rpId: id }),
      challenge: randomBytes(32),
      allowCredentials: passkeys.map(({ credentialId }) => ({
        type: "public-key",
        id: credentialId.slice(),
      })),
      userVerification: "required",
      timeout: TIMEOUT_MS,
      extensions: { prf: { evalByCredential: Object.fromEntries(salts) } },
    },
  });
  const credential = credentialOf(given);
  const passkey = credential && byId(toBase64Url(new Uint8Array(credential.rawId)));
  const prfOutput = credential && outputOf(credential.getClientExtensionResults());
  if (passkey && prfOutput) return ok({ ...passkey, prfOutput });
  if (prfOutput) wipe(prfOutput);
  return fail(passkey ? "no-prf" : "failed");
}

async function create(
  party: Party,
  known: readonly Uint8Array[],
  signal: AbortSignal,
): Promise<Result<PasskeyAnswer, PasskeyFailure>> {
  const salt = randomBytes(PASSKEY_SALT_BYTES);
  const made = await navigator.credentials.create({
    signal,
    publicKey: {
      rp: { ...party, name: "Sixtyfour" },
      user: { id: randomBytes(USER_ID_BYTES), name: "Sixtyfour", displayName: "Sixtyfour" },
      challenge: randomBytes(32),
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: "public-key", alg })),
      excludeCredentials: known.map((id) => ({ type: "public-key", id: id.slice() })),
      authenticatorSelection: { userVerification: "required", residentKey: "discouraged" },
      attestation: "none",
      timeout: TIMEOUT_MS,
      extensions: { prf: { eval: { first: salt } } },
    },
  });
  const credential = credentialOf(made);
  if (!credential) return fail("failed");
  const passkey = { credentialId: new Uint8Array(credential.rawId), salt };
  const prfOutput = outputOf(credential.getClientExtensionResults());
  // Some have an output only when they are asked again, and say at creation that they have none at all.
  return prfOutput ? ok({ ...passkey, prfOutput }) : ask(party, [passkey], signal);
}

/** Null where this browser has no way to it. */
export function passkeyCeremony(): PasskeyCeremony | null {
  const party = relyingParty();
  if (!party || !("PublicKeyCredential" in globalThis)) return null;
  let isRunning = false;
  async function run(
    signal: AbortSignal,
    act: () => Promise<Result<PasskeyAnswer, PasskeyFailure>>,
  ): Promise<PasskeyReply> {
    if (isRunning) return fail("busy");
    isRunning = true;
    const reply = await act().catch((reason: unknown) => fail(signal.aborted ? "ended" : failureOf(reason)));
    isRunning = false;
    if (!signal.aborted) return reply;
    // The authenticator had answered before the browser heard of the end.
    if (reply.ok) wipe(reply.value.prfOutput);
    return fail("ended");
  }
  return {
    create: (known, signal) => run(signal, () => create(party, known, signal)),
    ask: (passkeys, signal) => run(signal, () => ask(party, passkeys, signal)),
  };
}
