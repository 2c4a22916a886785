import { utf8ToBytes } from "../../../core/bytes.ts";
import type { VaultAccount } from "../../../core/keyring/vault-record.ts";
import { vaultFingerprint } from "../../../vault-client/fingerprint.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { type Messages, useText } from "../../text/use-text.ts";

const CARD_FILE = "sixtyfour-vault-card.txt";

/** Address, name, fingerprint: what restoring takes beside the password, which is not on it. */
function cardFacts(account: VaultAccount, { vaultWords }: Messages): [string, string][] {
  return [
    [vaultWords.address, account.address],
    [vaultWords.name, account.name],
    [vaultWords.fingerprint, vaultFingerprint(account)],
  ];
}

function cardText(account: VaultAccount, text: Messages): string {
  const { title, hint, steps } = text.vaultText.card;
  const facts = cardFacts(account, text).map(([name, value]) => `${name}: ${value}`);
  return [title, "", ...facts, "", hint, ...steps.map((step, i) => `${i + 1}. ${step}`), ""].join("\n");
}

export function CardFacts({ account, pairs }: { account: VaultAccount; pairs?: true }) {
  const text = useText();
  return (
    <dl class={pairs && "pairs"}>
      {cardFacts(account, text).flatMap(([name, value]) => [
        <dt key={name}>{name}</dt>,
        <dd key={`${name} value`} class="mono">
          {value}
        </dd>,
      ])}
    </dl>
  );
}

export function Card({ account, onClose }: { account: VaultAccount; onClose: () => void }) {
  const api = useApi();
  const text = useText();
  const { vaultPress, vaultText } = text;
  const { title, hint, steps } = vaultText.card;
  return (
    <div class="stack">
      <div class="buttons">
        <Button label={vaultPress.printCard} onPress={() => window.print()} />
        <Button
          label={vaultPress.saveCard}
          onPress={() =>
            api.saveFile(CARD_FILE, utf8ToBytes(cardText(account, text)) as Uint8Array<ArrayBuffer>)
          }
        />
        <Button label={vaultPress.close} onPress={onClose} />
      </div>
      <article class="sheet" lang="en" aria-label={title}>
        <header>
          <h2>{title}</h2>
          <p>{hint}</p>
        </header>
        <CardFacts account={account} />
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </article>
    </div>
  );
}
