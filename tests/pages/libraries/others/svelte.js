import { mount } from "svelte";
import { restorePage } from "../frame.js";
import SvelteField from "./svelte-field.svelte";

restorePage(({ place, ...props }) => mount(SvelteField, { target: place, props }));
