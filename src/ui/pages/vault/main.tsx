import { exchangeWith } from "../../../platform/network.ts";
import { askToSend, maySend, onSendingChange } from "../../../platform/sending.ts";
import { LONGEST_ANSWER } from "../../../vault-client/exchange.ts";
import { ConnectProvider } from "../../features/vault/connect.ts";
import { SendingProvider } from "../../features/vault/consent.tsx";
import { startPage } from "../start-page.tsx";
import { Vault } from "./vault-frame.tsx";

startPage(
  <SendingProvider value={{ may: maySend, ask: askToSend, onChange: onSendingChange }}>
    <ConnectProvider value={(address) => exchangeWith(address, LONGEST_ANSWER)}>
      <Vault />
    </ConnectProvider>
  </SendingProvider>,
);
