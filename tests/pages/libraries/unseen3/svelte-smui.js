import { mount } from "svelte";
import { restorePage } from "../frame.js";
import SvelteSmui from "./svelte-smui.svelte";
import "../../node_modules/@smui/textfield/bare.css";

/** A label that floats into a notch of the outline, with a helper line below. */
restorePage(({ place, ...props }) => mount(SvelteSmui, { target: place, props }));
