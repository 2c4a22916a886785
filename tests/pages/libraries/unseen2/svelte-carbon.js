import { mount } from "svelte";
import { restorePage } from "../frame.js";
import SvelteCarbon from "./svelte-carbon.svelte";
import "carbon-components-svelte/css/white.css";

/** Eight boxes of eight in a group with a legend, each with a label that is hidden. */
restorePage(({ place, ...props }) => mount(SvelteCarbon, { target: place, props }));
