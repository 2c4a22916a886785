import { render } from "preact";
import { exchangeWith } from "../../platform/network.ts";
import { LONGEST_ANSWER } from "../../vault-client/exchange.ts";
import { createBackgroundApi } from "../background-api.ts";
import { Live } from "../live.tsx";
import { ConnectProvider } from "./connect.ts";
import { Vault } from "./vault.tsx";

render(
  <ConnectProvider value={(address) => exchangeWith(address, LONGEST_ANSWER)}>
    <Live api={createBackgroundApi()} page={Vault} />
  </ConnectProvider>,
  document.body,
);
