import { FormField, Grommet, MaskedInput } from "grommet";
import { reactPage, useKey } from "../react/page.jsx";

const GROUP = { length: 4, regexp: /^[0-9a-f]{1,4}$/, placeholder: "xxxx" };
const MASK = [...Array(16).keys()].flatMap((index) => (index === 0 ? [GROUP] : [{ fixed: " " }, GROUP]));

/** One field that puts the spaces between 16 groups by itself. */
reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <Grommet>
      <FormField label={label} htmlFor="key">
        <MaskedInput
          id="key"
          name="key"
          mask={MASK}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      </FormField>
    </Grommet>
  );
});
