import "@arco-design/web-react/es/_util/react-19-adapter";
import { VerificationCode } from "@arco-design/web-react";
import { useState } from "react";
import { reactPage } from "../react/page.jsx";
import "@arco-design/web-react/dist/css/arco.css";

/** A box for each digit. */
reactPage(({ setKey }) => {
  const [value, setValue] = useState("");
  const change = (text) => {
    setValue(text);
    setKey(text);
  };
  return <VerificationCode length={64} value={value} onChange={change} style={{ width: 1000 }} />;
});
