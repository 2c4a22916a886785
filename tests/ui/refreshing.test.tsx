// @vitest-environment happy-dom
/** After which answers a page of ours reads the state anew: the definitions of the requests say so. */
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

it.each(PAGE_REQUESTS.filter(({ type }) => !READINGS.includes(type)))(
  "$type: $changesState",
  async ({ type, changesState }) => {
    const before = background.asked.length;
    await api.ask(type, {} as never);
    expect(background.asked.slice(before)).toEqual(changesState ? [type, ...READINGS] : [type]);
  },
);
