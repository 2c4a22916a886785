// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { ThemeSetting } from "../../src/ui/features/settings/theme-setting.tsx";
import { themeText } from "../../src/ui/text/en/settings.ts";
import { showTheme, storedTheme } from "../../src/ui/theme.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
});

const shown = () => document.documentElement.dataset["theme"];
const box = () => screen.getByLabelText<HTMLSelectElement>(themeText.theme);

test("without a choice it is the system's", () => {
  render(<ThemeSetting />);
  expect(box().value).toBe("system");
  expect(storedTheme()).toBe("system");
});

test("a choice is shown at once, and is there for the next page", () => {
  render(<ThemeSetting />);
  fireEvent.change(box(), { target: { value: "dark" } });
  expect(shown()).toBe("dark");
  expect(storedTheme()).toBe("dark");
  cleanup();
  render(<ThemeSetting />);
  expect(box().value).toBe("dark");
});

test("every page of ours follows a choice that another one makes", async () => {
  await import("../../src/ui/first-theme.ts");
  expect(shown()).toBe("system");
  localStorage.setItem("theme", "light");
  window.dispatchEvent(new Event("storage"));
  expect(shown()).toBe("light");
});

test("what is stored and is no theme counts as no choice", () => {
  localStorage.setItem("theme", '"><script>');
  expect(storedTheme()).toBe("system");
});

test("where the browser keeps nothing for us, the choice holds in this page", () => {
  const refuse = () => {
    throw new DOMException("denied", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, clear() {} });
  showTheme("system");
  render(<ThemeSetting />);
  fireEvent.change(box(), { target: { value: "light" } });
  expect(shown()).toBe("light");
  expect(storedTheme()).toBe("system");
});
