import PinField from "react-pin-field";
import { reactPage } from "../react/page.jsx";

/** 64 boxes that hold their value themselves and say which one of them they are. */
reactPage(({ setKey }) => (
  <div className="boxes by16">
    <PinField length={64} format={(character) => character.toLowerCase()} onChange={setKey} />
  </div>
));
