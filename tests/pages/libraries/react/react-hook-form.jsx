import { useEffect } from "react";
import { useForm } from "react-hook-form";
import { reactPage } from "./page.jsx";

/** Uncontrolled; the form's own values follow when the field is left. */
reactPage(({ label, setKey }) => {
  const { register, watch, formState } = useForm({ mode: "onBlur", reValidateMode: "onBlur" });
  const key = watch("key");
  const valid = formState.isValid;
  useEffect(() => {
    if (valid) setKey(key);
  }, [key, valid, setKey]);
  return (
    <label>
      {label}
      <input className="wide" {...register("key", { required: true, pattern: /^[0-9a-f]{64}$/ })} />
    </label>
  );
});
