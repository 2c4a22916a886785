// @vitest-environment happy-dom
/** After which answers a page of ours reads the state again: the definitions of the requests say so. */
import { render, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ok } from "../../src/core/errors.ts";
import { PAGE_REQUESTS, type PageRequestType } from "../../src/protocol/page-requests.ts";
import { type Api, useApi } from "../../src/ui/api.ts";
import { Live } from "../../src/ui/live.tsx";
import { FakeApi } from "./fake-api.ts";

const READINGS: readonly PageRequestType[] = ["keyring.state", "entry.list"];

let background: FakeApi;
let api: Api;
let unmount: () => void;

beforeEach(async () => {
  background = new FakeApi();
  background.status = "unlocked";
  const { ask } = background;
  // What is asked is of no interest here: all but the state is answered by nothing.
  background.ask = (type, payload) => {
    if (READINGS.includes(type)) return ask(type, payload);
    background.asked.push(type);
    return Promise.resolve(ok({}) as Awaited<ReturnType<typeof ask<typeof type>>>);
  };
  const Page = () => {
    api = useApi();
    return <p>drawn</p>;
  };
  const drawn = render(
    <Live api={background}>
      <Page />
    </Live>,
  );
  unmount = drawn.unmount;
  await waitFor(() => drawn.getByText("drawn"));
});
afterEach(() => unmount());

/** The only list of them beside the definitions, so that a flag that is turned by mistake is seen. */
const CHANGES: readonly PageRequestType[] = [
  "keyring.create",
  "keyring.unlock",
  "keyring.unlock-by-passkey",
  "keyring.lock",
  "keyring.set-aside",
  "keyring.write-export",
  "keyring.merge",
  "keyring.undo-merge",
  "entry.generate",
  "entry.add",
  "entry.edit",
  "entry.delete",
  "entry.restore",
  "entry.erase",
  "entry.mark",
  "settings.save",
  "backup.test",
  "place.verify",
  "place.verify-file",
  "place.forget",
  "fill.run",
];

it("is those after which something that is drawn may be different", () => {
  const flagged = PAGE_REQUESTS.filter(({ changesState }) => changesState).map(({ type }) => type);
  expect(flagged.sort()).toEqual([...CHANGES].sort());
});

it("reads a change that it is told of while an answer is awaited, and reads it once", async () => {
  const { ask } = background;
  let answer: (() => void) | undefined;
  background.ask = ((type, payload) =>
    type === "fill.run"
      ? new Promise((resolve) => {
          answer = () => resolve(ok({ outcome: "filled" }) as never);
        })
      : ask(type, payload)) as typeof ask;
  const readings = () => background.asked.filter((type) => type === "keyring.state").length;
  const before = readings();
  const waiting = api.ask("fill.run", {} as never);
  // Another page has locked: that must not wait for a page that does not answer.
  background.publish("state");
  await waitFor(() => expect(readings()).toBe(before + 1));
  answer?.();
  await waiting;
  expect(readings()).toBe(before + 1);
});

it("reads after the next change as before, although one was never answered", async () => {
  const { ask } = background;
  background.ask = ((type, payload) =>
    type === "fill.run" ? Promise.reject(new TypeError("gone")) : ask(type, payload)) as typeof ask;
  await expect(api.ask("fill.run", {} as never)).rejects.toThrow("gone");
  const before = background.asked.length;
  background.publish("state");
  await waitFor(() => expect(background.asked.slice(before)).toEqual(READINGS));
});

it.each(PAGE_REQUESTS.filter(({ type }) => !READINGS.includes(type)))(
  "$type: $changesState",
  async ({ type, changesState }) => {
    const before = background.asked.length;
    await api.ask(type, {} as never);
    expect(background.asked.slice(before)).toEqual(changesState ? [type, ...READINGS] : [type]);
  },
);
