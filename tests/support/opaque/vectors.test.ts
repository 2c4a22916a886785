/** Our independent OPAQUE against what RFC 9807 prints. */
import { describe, expect, test } from "vitest";
import { bytesToHex, hexToBytes } from "../../../src/core/bytes.ts";
import { readText } from "../../checks/files.ts";
import * as client from "./client.ts";
import { identityStretch, publicKeyOf } from "./pieces.ts";
import * as server from "./server.ts";

type Inputs = Record<
  | "context"
  | "oprfSeed"
  | "credentialIdentifier"
  | "password"
  | "envelopeNonce"
  | "maskingNonce"
  | "serverPrivateKey"
  | "serverPublicKey"
  | "serverNonce"
  | "clientNonce"
  | "clientKeyshareSeed"
  | "serverKeyshareSeed"
  | "blindRegistration"
  | "blindLogin",
  string
> & { clientIdentity?: string; serverIdentity?: string };
type Outputs = Record<
  | "registrationRequest"
  | "registrationResponse"
  | "registrationUpload"
  | "ke1"
  | "ke2"
  | "ke3"
  | "exportKey"
  | "sessionKey",
  string
>;
const vectors = JSON.parse(readText("tests/vectors/opaque-rfc9807.json")) as {
  real: { name: string; inputs: Inputs; outputs: Outputs }[];
  fake: Inputs & Record<"clientPublicKey" | "maskingKey" | "ke1" | "ke2", string>;
};

const identity = (hex: string | undefined) => (hex === undefined ? undefined : hexToBytes(hex));
const identitiesOf = (inputs: { clientIdentity?: string; serverIdentity?: string }) => ({
  client: identity(inputs.clientIdentity),
  server: identity(inputs.serverIdentity),
});
const setupOf = (inputs: { oprfSeed: string; serverPrivateKey: string; serverPublicKey: string }) => ({
  oprfSeed: hexToBytes(inputs.oprfSeed),
  keys: { secretKey: hexToBytes(inputs.serverPrivateKey), publicKey: hexToBytes(inputs.serverPublicKey) },
});

describe.each(vectors.real)("RFC 9807 $name", ({ inputs, outputs }) => {
  const identities = identitiesOf(inputs);
  const setup = setupOf(inputs);
  const credentialIdentifier = hexToBytes(inputs.credentialIdentifier);
  const password = hexToBytes(inputs.password);

  test("registration gives the printed messages and export key", async () => {
    const { state, request } = client.startRegistration(password, hexToBytes(inputs.blindRegistration));
    const response = server.registrationResponse(setup, request, credentialIdentifier);
    const nonce = hexToBytes(inputs.envelopeNonce);
    const done = await client.finishRegistration(state, response, identityStretch, identities, nonce);
    expect(bytesToHex(request)).toBe(outputs.registrationRequest);
    expect(bytesToHex(response)).toBe(outputs.registrationResponse);
    expect(bytesToHex(done.record)).toBe(outputs.registrationUpload);
    expect(bytesToHex(done.exportKey)).toBe(outputs.exportKey);
  });

  test("login gives the printed messages and keys on both sides", async () => {
    const { state, ke1 } = client.startLogin(password, {
      blind: hexToBytes(inputs.blindLogin),
      nonce: hexToBytes(inputs.clientNonce),
      keyshareSeed: hexToBytes(inputs.clientKeyshareSeed),
    });
    const context = hexToBytes(inputs.context);
    const record = hexToBytes(outputs.registrationUpload);
    const { ke2, expected } = server.startLogin(setup, record, ke1, credentialIdentifier, identities, {
      context,
      maskingNonce: hexToBytes(inputs.maskingNonce),
      nonce: hexToBytes(inputs.serverNonce),
      keyshareSeed: hexToBytes(inputs.serverKeyshareSeed),
    });
    const done = await client.finishLogin(state, ke2, identityStretch, identities, context);
    expect(bytesToHex(ke1)).toBe(outputs.ke1);
    expect(bytesToHex(ke2)).toBe(outputs.ke2);
    expect(done && bytesToHex(done.ke3)).toBe(outputs.ke3);
    expect(done && bytesToHex(done.sessionKey)).toBe(outputs.sessionKey);
    expect(done && bytesToHex(done.exportKey)).toBe(outputs.exportKey);
    expect(server.finishLogin(expected, hexToBytes(outputs.ke3))).toEqual(hexToBytes(outputs.sessionKey));
  });
});

test("RFC 9807 C.2.1: an unknown user gets the printed answer", () => {
  const { fake } = vectors;
  const record = hexToBytes(`${fake.clientPublicKey}${fake.maskingKey}${"00".repeat(96)}`);
  const { ke2 } = server.startLogin(
    setupOf(fake),
    record,
    hexToBytes(fake.ke1),
    hexToBytes(fake.credentialIdentifier),
    identitiesOf(fake),
    {
      context: hexToBytes(fake.context),
      maskingNonce: hexToBytes(fake.maskingNonce),
      nonce: hexToBytes(fake.serverNonce),
      keyshareSeed: hexToBytes(fake.serverKeyshareSeed),
    },
  );
  expect(bytesToHex(ke2)).toBe(fake.ke2);
  expect(bytesToHex(publicKeyOf(hexToBytes(fake.serverPrivateKey)))).toBe(fake.serverPublicKey);
});
