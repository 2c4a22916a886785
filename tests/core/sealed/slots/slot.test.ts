import { expect, test } from "vitest";
import { randomBytes, randomId } from "../../../../src/core/bytes.ts";
import {
  MOST_PARAMETER_BYTES,
  MOST_WRAPPED_BYTES,
  readSlot,
  type Slot,
  slotHead,
  writeSlot,
} from "../../../../src/core/sealed/slots/slot.ts";

const slotOf = (parameters: number, wrapped: number): Slot => ({
  kind: 200,
  id: randomId(),
  generation: 0xfffffffe,
  parameters: randomBytes(parameters),
  wrapped: randomBytes(wrapped),
});

test.each([
  [0, 0],
  [26, 72],
  [MOST_PARAMETER_BYTES, MOST_WRAPPED_BYTES],
])("with %i and %i bytes it is read as it was written, wherever it stands", (parameters, wrapped) => {
  const slot = slotOf(parameters, wrapped);
  const bytes = new Uint8Array([9, 9, 9, ...writeSlot(slot), 9]);
  expect(readSlot(bytes.subarray(1), 2)).toEqual({ slot, end: bytes.length - 2 });
  expect(writeSlot(slot).subarray(0, slotHead(slot).length)).toEqual(slotHead(slot));
});

test("cut anywhere it is refused", () => {
  const bytes = writeSlot(slotOf(26, 72));
  for (let end = 0; end < bytes.length; end++)
    expect(readSlot(bytes.subarray(0, end), 0), `${end} bytes`).toBeNull();
});

test("with more bytes than a slot may have it is refused", () => {
  for (const slot of [slotOf(MOST_PARAMETER_BYTES + 1, 0), slotOf(0, MOST_WRAPPED_BYTES + 1)])
    expect(readSlot(new Uint8Array([...writeSlot(slot), ...new Uint8Array(4096)]), 0)).toBeNull();
});
