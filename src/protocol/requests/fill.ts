/** What our popup asks about the page in front: what is there, a fill, a reading. */
import * as v from "valibot";
import { exact, id, type Nothing, nothing, text } from "../../core/schema.ts";
import type { FillOutcome } from "../content.ts";
import type { KeyReading } from "../content-requests.ts";
import { answer, defineRequest } from "../define-request.ts";
import { type FillLook, type OtherPageLook, POPUP_STEPS, type PopupStep } from "../page.ts";

/** 253 characters of a host, its port, and some more for typing errors. */
const LONGEST_TYPED_HOST = 400;

export const FILL_REQUESTS = [
  defineRequest("popup.step", {
    payload: () => nothing,
    answer: answer<{ step: PopupStep | null }>(),
    isUse: false,
    changesState: false,
  }),
  /** Before the popup opens again: it closed on its way there. */
  defineRequest("popup.keep-step", {
    payload: () => exact({ step: v.picklist(POPUP_STEPS) }),
    answer: answer<Nothing>(),
    isUse: false,
    changesState: false,
  }),
  // Asked again whenever a web page shows or hides a form, so it does not show that the user is there.
  defineRequest("fill.look", {
    payload: () => nothing,
    answer: answer<FillLook>(),
    isUse: false,
    changesState: false,
  }),
  defineRequest("fill.run", {
    payload: () => exact({ offerId: id, entryId: id }),
    answer: answer<{ outcome: FillOutcome }>(),
    isUse: true,
    changesState: true,
  }),
  /** The user's next click in the page in front picks a field. */
  defineRequest("field.choose", {
    payload: () => nothing,
    answer: answer<Nothing>(),
    isUse: true,
    changesState: false,
  }),
  /** What the page in front shows as a key, or what is selected there, as it stands there. */
  defineRequest("key.read", {
    payload: () => exact({ from: v.picklist(["page", "selection"]) }),
    answer: answer<KeyReading>(),
    isUse: true,
    changesState: false,
  }),
  defineRequest("other.look", {
    payload: () => nothing,
    answer: answer<OtherPageLook>(),
    isUse: true,
    changesState: false,
  }),
  /** `host`: as the user has typed it. */
  defineRequest("other.fill", {
    payload: () => exact({ offerId: id, entryId: id, host: text(LONGEST_TYPED_HOST) }),
    answer: answer<{ outcome: FillOutcome }>(),
    isUse: true,
    changesState: false,
  }),
] as const;
