/** Our independent OPAQUE and the packaged one understand each other, both ways. */
import * as packaged from "@serenity-kit/opaque";
import { beforeAll, describe, expect, test } from "vitest";
import { utf8ToBytes } from "../../../src/core/bytes.ts";
import * as client from "./client.ts";
import { argon2Stretch } from "./pieces.ts";
import * as server from "./server.ts";

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");
const bytes = (encoded: string) => new Uint8Array(Buffer.from(encoded, "base64url"));

const PASSWORD = "correct horse é battery";
const USER = "a credential id";
const NAMES = { client: "a row", server: "a vault" };
const identities = { client: utf8ToBytes(NAMES.client), server: utf8ToBytes(NAMES.server) };
const MEMORY_KIB = 1024;
const stretch = argon2Stretch(MEMORY_KIB, 2, 4);
const keyStretching = { "argon2id-custom": { memory: MEMORY_KIB, iterations: 2, parallelism: 4 } };

beforeAll(() => packaged.ready);

describe("our client at the packaged server", () => {
  const enrol = async () => {
    const serverSetup = packaged.server.createSetup();
    const { state, request } = client.startRegistration(utf8ToBytes(PASSWORD));
    const { registrationResponse } = packaged.server.createRegistrationResponse({
      ...{ serverSetup, userIdentifier: USER, registrationRequest: text(request) },
    });
    const done = await client.finishRegistration(state, bytes(registrationResponse), stretch, identities);
    return { serverSetup, ...done };
  };
  const logIn = async (serverSetup: string, record: Uint8Array, password: string) => {
    const { state, ke1 } = client.startLogin(utf8ToBytes(password));
    const { serverLoginState, loginResponse } = packaged.server.startLogin({
      ...{ serverSetup, userIdentifier: USER, startLoginRequest: text(ke1), identifiers: NAMES },
      registrationRecord: text(record),
    });
    return {
      serverLoginState,
      done: await client.finishLogin(state, bytes(loginResponse), stretch, identities),
    };
  };

  test("registers, logs in, and gets the same export key and session key", async () => {
    const { serverSetup, record, exportKey, serverPublicKey } = await enrol();
    expect(text(serverPublicKey)).toBe(packaged.server.getPublicKey(serverSetup));
    const { done, serverLoginState } = await logIn(serverSetup, record, PASSWORD);
    if (!done) throw new Error("the right password was refused");
    const finished = packaged.server.finishLogin({
      ...{ serverLoginState, finishLoginRequest: text(done.ke3), identifiers: NAMES },
    });
    expect(finished.sessionKey).toBe(text(done.sessionKey));
    expect(done.exportKey).toEqual(exportKey);
  });

  test("is refused with a wrong password", async () => {
    const { serverSetup, record } = await enrol();
    expect((await logIn(serverSetup, record, "wrong")).done).toBeNull();
  });
});

describe("the packaged client at our server", () => {
  const enrol = () => {
    const setup = server.unpackSetup(bytes(packaged.server.createSetup()));
    const begun = packaged.client.startRegistration({ password: PASSWORD });
    const response = server.registrationResponse(setup, bytes(begun.registrationRequest), utf8ToBytes(USER));
    const done = packaged.client.finishRegistration({
      ...{ password: PASSWORD, clientRegistrationState: begun.clientRegistrationState },
      ...{ registrationResponse: text(response), identifiers: NAMES, keyStretching },
    });
    return { setup, ...done };
  };
  const logIn = (setup: server.Setup, registrationRecord: string, password: string) => {
    const { clientLoginState, startLoginRequest } = packaged.client.startLogin({ password });
    const [record, ke1] = [bytes(registrationRecord), bytes(startLoginRequest)];
    const { ke2, expected } = server.startLogin(setup, record, ke1, utf8ToBytes(USER), identities);
    const done = packaged.client.finishLogin({
      ...{ clientLoginState, loginResponse: text(ke2), password, identifiers: NAMES, keyStretching },
    });
    return { expected, done };
  };

  test("registers, logs in, and gets the same export key and session key", () => {
    const { setup, registrationRecord, exportKey } = enrol();
    const { expected, done } = logIn(setup, registrationRecord, PASSWORD);
    if (!done) throw new Error("the right password was refused");
    const sessionKey = server.finishLogin(expected, bytes(done.finishLoginRequest));
    expect(sessionKey && text(sessionKey)).toBe(done.sessionKey);
    expect(done.exportKey).toBe(exportKey);
    expect(done.serverStaticPublicKey).toBe(text(setup.keys.publicKey));
  });

  test("is refused with a wrong password, and our server with a wrong last message", () => {
    const { setup, registrationRecord } = enrol();
    expect(logIn(setup, registrationRecord, "wrong").done).toBeUndefined();
    const { expected } = logIn(setup, registrationRecord, PASSWORD);
    expect(server.finishLogin(expected, new Uint8Array(64))).toBeNull();
  });

  test("a setup of ours opens in the packaged server", () => {
    const setup = server.createSetup();
    expect(packaged.server.getPublicKey(text(server.packSetup(setup)))).toBe(text(setup.keys.publicKey));
  });
});
