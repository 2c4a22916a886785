import { mount } from "svelte";
import { restorePage } from "../frame.js";
import SvelteBoxes from "./svelte-boxes.svelte";

restorePage(({ place, ...props }) => mount(SvelteBoxes, { target: place, props }));
