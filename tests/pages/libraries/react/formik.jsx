import { useFormik } from "formik";
import { useEffect } from "react";
import { reactPage } from "./page.jsx";

const validate = async ({ key }) => (/^[0-9a-f]{64}$/.test(key) ? {} : { key: "64 digits" });

/** Validated after the fact: the application takes the value over only when its asynchronous check has passed. */
reactPage(({ label, setKey }) => {
  const form = useFormik({
    initialValues: { key: "" },
    validate,
    validateOnChange: false,
    validateOnBlur: true,
    onSubmit() {},
  });
  const { key } = form.values;
  const ready = form.touched.key && !form.errors.key;
  useEffect(() => {
    if (ready) setKey(key);
  }, [key, ready, setKey]);
  return (
    <label>
      {label}
      <input className="wide" {...form.getFieldProps("key")} />
    </label>
  );
});
