import PinCode from "@douyinfe/semi-ui-19/lib/es/pincode";
import "@douyinfe/semi-ui-19/dist/css/semi.min.css";
import { reactPage } from "../react/page.jsx";

/** 64 boxes that take letters too. */
reactPage(({ setKey }) => (
  <PinCode
    count={64}
    format="mixed"
    size="small"
    style={{ display: "flex", flexWrap: "wrap", gap: 4 }}
    onChange={setKey}
  />
));
