import { Input } from "antd";
import { reactPage } from "./page.jsx";

/** 64 boxes of one component, each taking a character by its own rule: none has a maxlength. */
reactPage(({ setKey }) => (
  <Input.OTP
    style={{ flexWrap: "wrap" }}
    styles={{ input: { width: 24, flex: "none" } }}
    length={64}
    formatter={(text) => text.toLowerCase()}
    onInput={(parts) => setKey(parts.join(""))}
  />
));
