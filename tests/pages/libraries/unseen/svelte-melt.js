import { mount } from "svelte";
import { restorePage } from "../frame.js";
import SvelteMelt from "./svelte-melt.svelte";

/** 64 boxes, with a ring for a placeholder. */
restorePage(({ place, ...props }) => mount(SvelteMelt, { target: place, props }));
