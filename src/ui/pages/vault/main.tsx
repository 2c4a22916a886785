import { render } from "preact";
import { exchangeWith } from "../../../platform/network.ts";
import { askToSend, maySend, onSendingChange } from "../../../platform/sending.ts";
import { LONGEST_ANSWER } from "../../../vault-client/exchange.ts";
import { createBackgroundApi } from "../../background-api.ts";
import { watchFaults } from "../../features/help/faults.ts";
import { ConnectProvider } from "../../features/vault/connect.ts";
import { SendingProvider } from "../../features/vault/consent.tsx";
import { Live } from "../../live.tsx";
import { Boundary } from "../boundary.tsx";
import { Vault } from "./vault-frame.tsx";

const api = createBackgroundApi();
watchFaults(api);
render(
  <SendingProvider value={{ may: maySend, ask: askToSend, onChange: onSendingChange }}>
    <ConnectProvider value={(address) => exchangeWith(address, LONGEST_ANSWER)}>
      <Boundary api={api}>
        <Live api={api}>
          <Vault />
        </Live>
      </Boundary>
    </ConnectProvider>
  </SendingProvider>,
  document.body,
);
