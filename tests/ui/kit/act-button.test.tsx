// @vitest-environment happy-dom
/** A button that asks by itself: once at a time, and what comes of it is said. */
import { render } from "@testing-library/preact";
import { beforeEach, expect, it } from "vitest";
import { DerivationError } from "../../../src/core/sealed/kdf.ts";
import { ApiProvider } from "../../../src/ui/api.ts";
import { ActButton } from "../../../src/ui/kit/act-button.tsx";
import { SayProvider } from "../../../src/ui/kit/say.tsx";
import { ActError } from "../../../src/ui/kit/use-act.ts";
import { errorText } from "../../../src/ui/text/en/errors.ts";
import { reportText } from "../../../src/ui/text/en/report.ts";
import { fileText } from "../../../src/ui/text/en/shared-words.ts";
import { FakeApi } from "../fake-api.ts";
import { alertText, press, settle, statusText } from "../stage.tsx";

let api: FakeApi;
beforeEach(() => {
  api = new FakeApi();
});

function show(act: Parameters<typeof ActButton>[0]["act"]): void {
  render(
    <ApiProvider value={api}>
      <SayProvider notices={[]}>
        <ActButton label="Lock now" act={act} />
      </SayProvider>
    </ApiProvider>,
  );
}

it("says what the act answers with, and leaves out a press meanwhile", async () => {
  let answer = () => {};
  api.held.set("keyring.lock", new Promise((resolve) => (answer = resolve)));
  show(async (ask) => {
    await ask("keyring.lock", {});
    return "Locked.";
  });
  await press("Lock now");
  await press("Lock now");
  expect(statusText()).toBe("");
  answer();
  await settle();
  expect(statusText()).toBe("Locked.");
  expect(api.asked).toEqual(["keyring.lock"]);
});

it.each([
  ["a refusal", new ActError((text) => text.fileText.unreadable), fileText.unreadable],
  ["a browser that cannot derive a key", new DerivationError(), errorText["cannot-derive"]],
  ["what nobody expected", new TypeError("no such thing"), reportText.actFailed],
])("says %s", async (_, reason, sentence) => {
  show(() => Promise.reject(reason));
  await press("Lock now");
  expect(alertText()).toBe(sentence);
});

it("says why the background refuses, and asks again at the next press", async () => {
  api.failing.set("keyring.lock", "not-stored");
  show(async (ask) => {
    await ask("keyring.lock", {});
    return "Locked.";
  });
  await press("Lock now");
  expect(alertText()).toBe(errorText["not-stored"]);
  await press("Lock now");
  expect(statusText()).toBe("Locked.");
});
