import TextareaAutosize from "react-textarea-autosize";
import { reactPage, useKey } from "../react/page.jsx";

/** A text area of one line that grows with its text, measured by another that nobody sees. */
reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <label>
      {label}
      <TextareaAutosize
        className="wide"
        maxRows={4}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  );
});
