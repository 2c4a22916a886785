import { Input } from "antd";
import { reactPage, useKey } from "./page.jsx";

reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <label>
      {label}
      <Input.TextArea autoSize value={value} onChange={(event) => change(event.target.value)} />
    </label>
  );
});
