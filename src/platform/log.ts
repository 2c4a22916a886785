/** The one log. What was thrown is cut down to a {@link Fault} before it is kept or printed. */
import { createFaultLog, describeFault, type FaultCode, formatFault } from "../core/fault.ts";

/** Of this context: the background or one page. */
export const faults = createFaultLog();

let onLogged: () => void = () => undefined;

/** Calls back after each new fault. */
export function whenLogged(listener: () => void): void {
  onLogged = listener;
}

export function log(code: FaultCode, thrown?: unknown): void {
  const fault = describeFault(code, thrown);
  faults.add(fault);
  // biome-ignore lint/suspicious/noConsole: the one place that writes to the console
  console.warn(`sixtyfour: ${formatFault(fault)}`);
  onLogged();
}

/** Logs what the work rejects with, and lets it reject. */
export async function logged<T>(code: FaultCode, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (reason) {
    log(code, reason);
    throw reason;
  }
}

/** What nobody catches in this context. */
export function logUncaught(): void {
  globalThis.addEventListener("error", ({ error }: ErrorEvent) => log("uncaught-error", error));
  globalThis.addEventListener("unhandledrejection", ({ reason }) => log("unhandled-rejection", reason));
}
