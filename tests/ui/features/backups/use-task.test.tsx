// @vitest-environment happy-dom
/** Work that gets on is a use of Sixtyfour. Work that hangs is none. */
import { render } from "@testing-library/preact";
import { expect, it } from "vitest";
import { ApiProvider } from "../../../../src/ui/api.ts";
import { type Tasks, useTask } from "../../../../src/ui/features/backups/use-task.ts";
import { SayProvider } from "../../../../src/ui/kit/say.tsx";
import { FakeApi } from "../../fake-api.ts";
import { settle } from "../../stage.tsx";

const TEXT = { running: "Reading …", cancelled: "Stopped." };

it("moves the deadline at most every 15 s, and only as it gets on", async () => {
  let nowMs = 1_000_000;
  const api = new FakeApi();
  api.status = "unlocked";
  api.nowMs = () => nowMs;
  let tasks: Tasks | undefined;
  const Page = () => {
    tasks = useTask();
    return null;
  };
  render(
    <ApiProvider value={api}>
      <SayProvider notices={[]}>
        <Page />
      </SayProvider>
    </ApiProvider>,
  );
  const uses = () => api.asked.filter((type) => type === "keyring.use").length;
  let done: (bytes: number) => void = () => undefined;
  let end = () => {};
  void tasks?.run(TEXT, 100, (_, onProgress) => {
    done = onProgress;
    return new Promise<void>((resolve) => {
      end = resolve;
    });
  });
  const after = async (ms: number, bytes?: number) => {
    nowMs += ms;
    if (bytes !== undefined) done(bytes);
    await settle();
  };
  await after(14_000, 1);
  expect(uses()).toBe(0);
  await after(1_000, 2);
  expect(uses()).toBe(1);
  await after(1_000, 3);
  expect(uses()).toBe(1);
  await after(14_000, 4);
  expect(uses()).toBe(2);
  await after(600_000);
  expect(uses()).toBe(2);
  tasks?.cancel();
  await after(60_000, 5);
  expect(uses()).toBe(2);
  end();
  await settle();
});
