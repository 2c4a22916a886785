import { mount } from "svelte";
import { restorePage } from "../frame.js";
import Sveltestrap from "./sveltestrap.svelte";
import "bootstrap/dist/css/bootstrap.css";

/** Bootstrap's text area with a label above. */
restorePage(({ place, ...props }) => mount(Sveltestrap, { target: place, props }));
