import AuthCode from "react-auth-code-input";
import { reactPage } from "../react/page.jsx";

/** 64 boxes that hold what is in them by themselves, and are all read again at each change. */
reactPage(({ setKey }) => <AuthCode length={64} containerClassName="boxes by16" onChange={setKey} />);
